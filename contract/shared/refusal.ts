import type { Instant } from './scalars'
import { wallClock } from './wallClock'

/**
 * Every reason for a refusal, with the sentence a person reads: what happened, then what to do. A sentence
 * names no code and blames nobody.
 */
export const sentences = {
  // any operation
  unknown_operation: '这个功能暂时用不了。请更新小程序后再试。',
  invalid_input: '有内容没有填对。请检查标出的地方，改好再提交。',
  unauthenticated: '您还没有登录，或者登录已过期。请重新登录。',
  forbidden: '您没有办理这件事的权限。如有需要，请联系社区工作人员。',
  not_found: '没有找到这条记录，可能已经撤下。请返回上一页看看。',
  dwelling_unknown: '登记册里没有这一户。请检查小区、楼栋和房号，再试一次。',
  conflict: '这件事刚刚有了变化。请刷新后再看看。',
  rate_limited: '操作太频繁了。请歇一会儿再试。',
  changed_often: '这件事今天改的次数太多了，先按现在的算。请明天再改；急的话，请打社区电话。',
  lookups_spent: '今天能查看的次数用完了，明天可以接着查。确实急用，请联系管理员。',
  internal: '系统出了点问题，您的内容没有保存。请稍后再试。',
  setting_up: '这里还没有开通。过几天再来看看；有急事，请直接找社区的工作人员。',
  no_room: '系统里存不下新的内容了，您这次填的没有保存。请过一会儿再试，急事请打社区电话。',
  wrong_keys: '系统的密钥对不上，为了保护大家的资料，先停一停。急事请打社区电话。',
  // members
  not_registered: '您还没有登记为社区居民。请先在「我的」里登记。',
  not_verified: '您的居民登记还在核对，核对通过后就能使用。急事请打社区电话。',
  move_waiting: '您上次改的住处或姓名还在核对。请等核对好再改；急的话，请打社区电话。',
  already_decided: '这条申请已经有人处理过了。请刷新后再看看。',
  own_word: '这件事是您自己提出的，或者您替人说过话，不能由您来定。请让另一位工作人员或者管理员来办。',
  has_account: '这一户已经有同名的居民，是用微信登记的。请在「找人」里查这个名字，不用再登记。',
  dwelling_elsewhere: '登记册上，这一户不在您的网格。请核对门牌，或者请那个网格的网格员登记。',
  lives_elsewhere: '这位工作人员不住在本社区，不能当居民或志愿者。请授予工作上的身份。',
  not_on_paper: '这位居民已经在用微信了，不用认领码。请返回再看看。',
  adopt_code_over: '这个认领码不对，或者已经过时、用过了。请看看输得对不对，不行就请工作人员再给一个。',
  adopted_before: '这个微信已经认领过一份纸面档案了。还有一份的话，请到社区窗口办。',
  adopt_proxy: '您是这位居民的代办人，这份档案不是您本人的。请让本人用自己的微信认领。',
  adopt_other_name: '纸面档案上的姓名和您登记的不一样。请和窗口的工作人员核对，由他再给一个认领码。',
  adopt_office: '您现在有工作人员或队长的身份，资料还不能合在一起。请先请管理员收回，合好以后再授予。',
  adopt_on_duty: '您手上还有没做完的服务或岗位。请先做完、等记完时长，或者交还，再来认领。',
  adopt_same_session: '您和纸面档案报了同一场活动。请先退掉其中一个，再来认领。',
  joining: '您的两份资料正在合到一起，几分钟就好。请过一会儿再办。',
  for_them_alone: '这一步会去掉本人登记的内容，只能本人自己办。请本人在自己的手机上办，或者一起到社区来。',
  proxy_self: '不能请自己代办。请选另一位居民。',
  proxy_full: '代办人最多 5 位。请先取消一位，再请别人。',
  proxy_declined: '这位居民上次没有同意，一个月里先不能再请。请另请一位，或者打社区电话。',
  proxies_spent: '今天请人代办的次数够多了。请明天再请，急事请打社区电话。',
  proxy_over: '这次请您代办已经过时，或者对方收回了。请和对方说一声，让他再请一次。',
  closing: '您的账号正在注销，这件事先不能办。还想用的话，请到「我的 - 账号」里撤销注销。',
  subject_closing: '这位居民正在注销账号，电话和住址不再打开。有事请等他自己来找社区。',
  close_under_way: '有一次服务正在进行，现在不能注销。请等签退以后再来。',
  close_first_admin: '您是系统设定的首位管理员，不能注销。请先让维护系统的人换一位。',
  close_over: '注销的日子已经到了，不能再撤销。需要的话，请重新登记。',
  consent_needed:
    '办这件事，要先同意保存门牌号等敏感信息，现在没有您的同意。请到「我的 - 账号 - 我的同意」里点同意。',
  no_household: '还没有登记住址。请先登记住址，或者在预约里写明地点。',
  birth_differs: '这次填的生日和登记的不一样。要更正生日，请到社区窗口办理。',
  birthday_needed: '还没有登记生日。请先在申请入队时填上生日。',
  first_admin_stays: '这位管理员由系统配置指定，不能在这里收回。要换人，请维护人员改配置。',
  // age and guardians
  too_young_to_register: '未满 14 周岁，不用自己登记。请父母或监护人登记后，在「我照护的家人」里添加孩子。',
  too_young_to_volunteer: '未满 14 周岁，还不能当志愿者。请让家长陪着，一起来参加活动。',
  guardian_needed:
    '未满 18 周岁当志愿者，要监护人先同意。请志愿者在「我的」里打开「监护人同意」，请监护人确认。',
  guardian_not_needed: '已满 18 周岁，不再需要监护人同意。可以自己申请入队、认领任务。',
  guardian_self: '不能请自己当监护人。请出示给父母或其他监护人。',
  guardian_not_recorded: '这份同意不是社区代为登记的，社区不能撤回。请监护人自己用手机撤回。',
  guardian_given: '已经有监护人同意了。要换一位，请先请现在这位撤回。',
  age_required: '这项活对志愿者的年龄有要求，您还没到。请看看别的任务。',
  // the community's own words
  estate_in_use: '这个小区还有居民登记着，不能删除。请先把他们改到别的小区。',
  building_in_use: '这栋楼还有居民登记着，不能删除，也不能直接改名。请先加上新的楼栋，再请居民改登记。',
  grid_in_use: '这个网格还有居民、网格员或没办完的诉求，不能删除。请先把人改到别的网格，把诉求办完。',
  team_in_use:
    '这个服务队还有队员、队长、没办完的预约或志愿岗位，或者已经记过时长，不能删除。请先办完；记过时长的队请留着，可以改名。',
  service_in_use: '这项服务还有没办完的预约，不能删除。请等预约都办完再删。',
  kind_in_use: '这个服务种类还有没办完的预约，不能删除。请等预约都办完再删。',
  // browser desks
  pair_expired: '这个登录码已经过期。请在电脑上刷新，换一个新码。',
  digits_differ: '数字对不上。请核对电脑屏幕上的数字，不一致就不要批准。',
  mini_program_only: '这一步只能在微信小程序里做。请用手机打开小程序。',
  // bookings
  already_claimed: '这一单已经有人认领了。请看看别的任务。',
  not_in_team: '您还不是这个服务队的队员。请先申请加入这个队。',
  clash: '这个时间您已经认领了别的任务。请先放弃那一单，或者换一个时间的任务。',
  licence_required: '这项活需要持证。请先向队长登记您的有效证件。',
  licence_past: '这个证件已经过期了。请换成还在有效期里的，再登记。',
  licences_waiting: '还有好几个证件在等队长核对。请等队长看过，再登记别的。',
  own_licence: '自己的事要由别人来定。请让另一位队长或管理员来办。',
  on_probation: '这项活要有经验的队员去，您还在熟悉的阶段。请先做别的，做满几次就可以了。',
  bookings_full: '没办完的预约已经够多了，先不能再约。请先取消不要的，或者等办完一个再约。',
  bookings_spent: '今天预约的次数够多了，取消的也算在内。请明天再约；急的话，请打社区电话。',
  series_full: '每周来的预约已经够多了，先不能再加。请先取消一个，或者等办完一个再约；只约一次不受限制。',
  other_hand_yours: '这一单要两位，您已经是其中一位了。另一位请留给别的志愿者。',
  change_late: '离约好的时间太近，志愿者可能已经出发了，时间和地点不能再改。有急事请打社区电话。',
  changes_spent: '这个预约改的次数够多了，不能再改。请打社区电话，或者取消以后再约。',
  own_booking: '这是您自己的预约，不能自己认领。请等别的志愿者。',
  own_claim: '这一单是您自己接的。签到码、纸条、确认和取消，请居民本人或者社区工作人员来办。',
  expired: '这个预约已经过了时间。如果还需要，请重新预约。',
  cancelled: '这个预约已经取消了。请返回看看别的。',
  window_past: '预约的时间已经过去了。请选一个以后的时间。',
  check_unavailable: '内容检查暂时用不了。请过一会儿再公示。',
  text_risky: '这段话没有通过内容检查。请换一种说法再提交。',
  no_show_early: '才到约好的时间，人可能还在路上。请再等一等，打个电话问问。',
  not_accused: '这一单没有记您失约，不用说明。请返回看看别的。',
  already_appealed: '您已经说明过了，正在等队长核对。有了结果会告诉您。',
  appeal_over: '说明的期限已经过了。有疑问请打社区电话，请队长核对。',
  own_no_show: '这件事和您自己有关，不能由您来定。请另一位队长或管理员来核对。',
  claims_spent: '今天认领的次数够多了，放弃的也算在内。请明天再认领；急的单，请队长派给您。',
  one_by_one: '近来有几次约好了没有到，先一单一单来。请做完手上的这一单，再接下一单。',
  beyond_plan: '最多只能记到约好的结束时间，签退了的记到签退为止。请把分钟数改少一些。',
  own_slip: '这张纸条是您打印的，码您都看过了。签到签退，请另一位工作人员来记。',
  slip_over: '这个预约已经做完了，不用再打印纸条。请打印下一个预约的。',
  // attendance at a session
  no_place: '您在这一场还没有名额，不能签到。请问一问现场的协调员。',
  not_missed: '这一场没有记您缺席，不用说明。请返回看看别的。',
  // a word after a session
  feedback_early: '这一场还没有结束。请结束以后再来说一说。',
  feedback_late: '这一场过去很久了，不再收评价。有话想说，请打社区电话。',
  feedback_absent: '这一场没有您的签到，不能评价。来过的话，请找协调员补上签到再评。',
  feedback_said: '您已经评过这一场了，谢谢。请看看别的活动。',
  // pictures of an activity
  photos_full: '照片放满了。请先去掉几张再加。',
  picture_unchecked: '这张照片没有经过内容检查，别人看不到。请换一张小一点的照片，或者过一会儿再试。',
  // shifts
  shift_full: '这个岗位已经满了。请看看别的岗位。',
  shift_over: '这个岗位已经过了时间。请看看别的岗位。',
  shift_cancelled: '这个岗位已经取消了，您不用去了。请看看别的岗位。',
  shift_begun: '这个岗位已经开始了，不能再退。来不了请直接告诉协调员。',
  related_word: '您和其中一方是一家人，或者互相代办，不能由您来定。请另一位队长、协调员或管理员来办。',
  own_shift: '自己的时长要由别人确认。请找另一位协调员或队长。',
  team_capacity: '人数超过了队里自己办活动的上限。请减少人数；人多的活动，请妇女之家协调员来发布。',
  shift_held: '已经有志愿者报了名。请把名额定得不少于已经报名的人数。',
  // calls
  call_settled: '这一条已经记下告诉了，过了几分钟就不能撤回。要再说什么，请直接打电话。',
  // sessions of an activity
  not_open_yet: '报名还没有开始。请到活动写明的时间再来。',
  session_closed: '报名已经截止。请看看别的活动，或者到现场问一问。',
  session_cancelled: '这一场已经取消了，您不用去了。请看看别的活动。',
  session_over: '这一场已经结束了。请看看别的活动。',
  told_today:
    '今天已经给这一场的人写过一句了。请明天再写；改了时间、地点，到「改这个活动」里改，会自动告诉大家。',
  nobody_to_tell: '这一场还没有要告诉的人。请等有人报上名以后再写。',
  session_drawing: '正在抽签，一两分钟就好。请过一会儿再来看看。',
  volunteers_only: '这一场只要志愿者来帮忙，不用报名参加。想帮忙的，请看下面的志愿岗位。',
  waitlist_full: '候补也排满了。请看看别的场次。',
  other_grid: '这个活动只请几个网格的居民。请看看别的活动。',
  other_estate: '这个活动只请几个小区的居民。请看看别的活动。',
  too_young: '同行的人里有人年龄还不到。请看活动写明的年龄，改一改同行的人。',
  too_old: '同行的人里有人超过了年龄。请看活动写明的年龄，改一改同行的人。',
  age_unknown: '这个活动看年龄，同行的人里有人没有登记生日。请先在「我的」里补上生日。',
  needs_child: '这个活动是大人和孩子一起来的。请加上一位 14 岁以下的孩子和一位大人。',
  child_alone: '14 岁以下的孩子要有大人一起来。请加上一位大人。',
  party_too_large: '同行的人太多了。请看活动写明的人数，少带几位。',
  party_twice: '同行的人里有人写了两遍。请去掉一个再报名。',
  already_signed_up: '您已经报过名了。少来几个人，请点「改来的人」；要加人，请先点「我不去了」，再重新报名。',
  party_only_smaller: '这里只能减少来的人。要加人，请先点「我不去了」，再重新报名；名额满了，就要重新排队。',
  not_signed_up: '您没有报这一场的名。请先报名。',
  session_present: '您已经签到了，名额就是您的，不用退出。要先走的话，跟现场的工作人员说一声就行。',
  session_begun: '这一场已经开始了，不能再退出。来不了请直接告诉协调员。',
  no_offer: '现在没有给您留的名额。轮到您时会告诉您。',
  offer_lapsed: '给您留的名额过了时间，已经让给后面的人。还想去，可以再报名排队。',
  capacity_taken: '已经有这么多人报上名了。请把名额定得不少于已经报名的人数。',
  rule_fixed: '已经有人报名，不能再改报名的方式。要改请取消这一场，另开一场。',
  // a training's materials and transport subsidy
  not_trainee: '这位居民不是这期培训的学员。请换一位，或者先替他报上名。',
  stock_held: '已经发出去的比这个数多。请把总数填得不少于已经发出的。',
  stock_empty: '这样材料已经发完了。请先把总数改多，再来发。',
  stock_not_held: '这位学员没有领过这样材料，不用收回。请刷新后再看看。',
  stocks_full: '这期培训的材料种类够多了，不能再加。请把不用的改成要用的。',
  subsidy_none: '这期培训没有交通补贴。请返回看看别的。',
  subsidy_no_place: '交通补贴要有名额的学员才能申请。请先报名，有了名额再来。',
  subsidy_closed: '这期培训结束很久了，不能再申请补贴。有疑问请打社区电话。',
  subsidy_unapproved: '这一笔还没有复核，不能发放。请先请另一位协调员或管理员复核。',
  subsidy_unpaid: '这一笔还没有发放，不能签收。请等社区发了再点。',
  subsidy_paid: '这一笔已经记过发放，日期不一样。请刷新后再看看；记错了，请先冲销。',
  subsidy_moot: '这一笔已经冲销了。请刷新后再看看。',
  subsidy_day: '发放的日子还没有到。请填今天，或者以前的日子。',
  subsidy_witness:
    '这一笔是您复核或者发放的，不能再由您记签收。请另一位工作人员来记，或者请本人在手机上点「收到了」。',
  own_subsidy: '自己的补贴要由别人来办。请让另一位协调员或管理员来办。',
  // requests
  request_finished: '这件事已经办结了。请刷新后再看看。',
  request_overdue: '这件诉求已经超过时限，不能再延期。请尽快办理，或者转到上一级。',
  not_of_this_tier: '这位同事不在办理这件诉求的一级。请另选一位。',
  already_asked: '已经问过了，还在等回答。请等一等再办这一步。',
  extension_too_long: '延期的天数太多，这一级不能自己决定。请减少天数。',
  no_tier_above: '已经是最上面一级，不能再往上转。请在这一级办理。',
  no_tier_below: '已经是最下面一级，不能再往下退。请在这一级办理。',
  nothing_asked: '现在没有等您回答的问题。请刷新后再看看。',
  not_resolved: '这件事还在办理。请等办完以后再评价。',
  own_work: '这件事是您自己办的，不能自己评满意。请让居民评，没有回音到时会自动办结。',
  too_late_to_reopen: '办结太久，不能重新打开了。请重新反映一次。',
  request_relied_on: '这件诉求已经有人在办，或者公示了，写过的话不能再改。要补的，请点「补充说明」。',
  request_withdrawn: '这件诉求您已经撤回了。还需要的话，请再提一件。',
  supplements_spent: '补充的次数够多了。还要说的，请打社区电话。',
  own_withdrawal: '这件诉求由您这一级办，不能由您撤回。办不了的，请点「办不了」写明原因。',
  own_request: '这是您自己反映的，不用点支持。有进展会告诉您。',
  // pictures
  picture_wrong: '这张图片打不开，可能没有传完整，或者不是照片。请换一张，或者重新拍。',
  picture_large: '这张图片太大，老手机会打不开。请重新拍一张，或者截一张屏幕的图再发。',
  picture_risky: '这张图片没有通过内容检查。请换一张。',
  picture_gone: '有图片已经不在了。请把图片重新加上再提交。',
  // hours
  own_hours: '自己的时长不能自己记或者改。请让另一位队长或管理员来办。',
  word_moot: '这一次已经按签到记了，或者已经取消，不能再补记。请刷新后再看看。',
  word_said: '这一次已经有人提过补记，正在等复核。请刷新后再看看。',
  words_spent: '您这个月提的补记够多了。请让另一位队长或者协调员来提。',
  word_beyond: '补记的时间超出了岗位或预约的时间。请按约好的时间来写。',
  word_early: '还没有开始，不能补记时长。请等做完以后再记。',
  word_late: '结束太久，不能再补了。确实做过的，请队长按荣誉时长来提。',
  reason_needed: '不同意要写明原因。请写一句，提的人看得到。',
  word_needed: '替居民改同意要有依据。请写明他是怎么说的、纸放在哪里。',
  second_word: '提议的人和本人都不能复核。请让另一位队长、协调员或管理员复核。',
  honour_cap: '加上这一笔，他这个月的荣誉时长就超过上限了，要由管理员复核。已经告诉管理员，请等一等。',
  not_reversible: '这一行是更正，不能再更正。需要的话请重新记入。',
  already_reversed: '这一笔已经更正过了。请刷新后再看看。',
  no_hours: '这段时间里还没有可以证明的时长。请换一段时间，或者先参加服务。',
  // attendance
  too_early: '还没到能签到的时间。请看预约里写的签到时间，到时再试。',
  too_late: '已经超过补报的期限。请联系队长核对。',
  code_wrong: '签到码不对，或者已经变了。请看居民屏幕上最新的数字，再输一次。',
  code_locked: '签到码输错太多次，要先停一会儿。请过些时候再试，或者改用扫码。',
  // activities
  session_past: '这一场的时间已经过去了。请选一个以后的时间。',
  session_running: '有一场早就开始了。请选一个以后的时间，或者去掉这一场。',
  lesson_past: '这一课的时间已经过去了。请选一个以后的时间，或者加一课补上。',
  lesson_cancelled: '这一课已经不上了。请另加一课补上。',
  lessons_overlap: '有两课的时间撞在一起。请改一课的时间。',
  course_fixed: '发布以后，单场活动和分课的培训不能互换。请另发布一个活动。',
  lesson_ahead: '还有课没有上完，结业证还不能发。请等最后一课结束以后再来。',
  lesson_untaken: '有的课没有人点名，照这样算大家都没有到。请先补点名；确实不用点的，再选「照样发」。',
  not_completed: '这一期还没有您的结业证。课上满了，协调员发证以后才有，请再等一等。',
  course_full: '名额满了，或者还有人在排队，收不了。请让他等名额，或者报下一期。',
  course_late: '剩下的课不够结业，这一期收不了。请让他报下一期。',
  phone_needed: '要有他本人的电话才能对上。请问一问他的电话，填好再试。',
  walk_in_unknown: '电话和姓名没有对上登记过的居民。请让他用自己的手机登记、报名，或者请网格员先给他登记。',
  walk_in_many: '这一条记的不止一个人。请先撤掉，一人记一条，再收为学员。',
  trainee_guest: '培训的名额一人一个，要写明是谁。请给自己报，或者给名下的家人报。',
  sessions_same: '有两场的时间一样。请改一场的时间，或者去掉一场。',
  closes_late: '报名截止在活动开始以后。请把截止时间改到活动开始以前。',
  draw_late: '抽签在活动开始以后。请把截止时间改到第一场开始以前。',
  activity_cancelled: '这个活动已经取消了。请返回看看别的活动。',
  activity_over: '这个活动已经结束了，不能再改。如有需要，请新发一个活动。',
  signup_begun: '报名已经开始，报名方式和开始时间不能再改。请只改其他内容。',
  // pre-acceptance
  guide_changed: '这份指南刚改过，要填的可能不一样了。请看一看新的再提交，您填过的还在。',
  guide_over: '这份指南已经撤下了，不能再预受理。请看看别的指南，或者打社区电话。',
  guide_asks_nothing: '这件事不用先填。请按指南带好材料，直接来办。',
  category_reserved: '「预受理」和「公约建议」的编号留给系统用。请给这个分类换一个编号。',
  request_private: '预受理是居民自己的事，不公示，也不能支持。请在办理里直接告诉本人。',
  request_no_pictures: '预受理不收照片，证件不要拍照上传。请去掉照片，办的时候把原件带来。',
  answer_personal: '这里不用写身份证号、银行卡号和手机号。请去掉再提交，社区已经有您的电话。',
  grid_needed: '还不知道您住在哪个网格。请先在「我的」里登记住处。',
  stage_unfit: '办到哪一步只能往前走。请选现在这一步，或者后面的一步。',
  // pacts
  pact_changed: '这份公约刚出了新的一版。请看一看新的，再决定赞不赞成。',
  vote_none: '现在没有要投的票，可能已经结束了。请看看公约上写的结果。',
  vote_cast: '您已经投过了，票投出去就不能改。请等结果公布。',
  vote_runs: '新的一版正在投票，投完以前不能再改。请等结果出来。',
  paper_reversed: '这一笔已经撤回了，不用再撤。请看看下面的记录。',
  paper_none: '没有找到这一笔，可能是以前那一版的。请在现在这一版的记录里找。',
  // vacancies and placement
  vacancy_fee: '招工不能向应聘的人收钱或者收押金。请和用工单位说清楚，把这样的话去掉再发布。',
  vacancy_pay_open: '工资要写明白，不能只写「面议」。请写一个数或者一个范围，例如「每月 3500 到 4200 元」。',
  vacancy_ends: '截止的日子要在今天以后、90 天以内。请改一改再发布，到期还招可以重新发。',
  vacancy_over: '这个招工已经结束了。请看看别的招工。',
  // what stands written
  not_a_draft: '这一篇已经发布，或者正在等别人审核。请返回上一页看看。',
  publication_over: '这一篇已经撤下了。要再发，请新写一篇。',
  publication_ends: '到期的日子要在今天以后、400 天以内。请改一改再发布。',
  publication_pinned: '置顶最多 60 天。请选近一点的日子。',
  second_word_waits: '这一篇的改动正在等另一位工作人员审核。请等审核好，或者先退回来再改。',
  nothing_waits: '这里没有等着审核的内容，可能已经有人办过了。请刷新后再看看。',
  text_personal:
    '公开的文字里不能有身份证号、银行卡号或者手机号。请去掉再发布；要留电话，请填在「电话」一栏。',
  not_of_campaign: '这件诉求不是这个专项治理要办的那一类。请重新选一选。',
  in_campaign: '这件诉求已经并入别的专项治理了。请刷新后再选。',
  nothing_gathered: '这个专项治理现在没有等着办的诉求。请先把诉求并进来。',
  own_vacancy: '这是您自己发布的招工，不能自己应聘。想去的话，请另一位协调员来发布。',
  own_placement: '这件事和您自己有关，不能由您来办。请另一位协调员或者管理员来办。',
  too_young_to_work: '未满 16 周岁，按规定还不能上班。请看看培训和别的活动。',
  placement_declined: '这个招工上次没有谈成，不能再报。请看看别的招工，或者打社区电话问一问。',
  placement_works: '您已经上岗了，不用再撤回。不做了，请告诉社区工作人员。',
  placement_not_under_way: '这一步现在办不了，可能刚有变化。请刷新后再看看。',
  placement_no_consent: '现在没有他的同意，姓名和电话不能给用工单位。请先问问本人，请他在招工里点同意。',
  placement_consent_used: '他的这次同意已经用过了，姓名和电话给过一次。要再给，请他在招工里再同意一次。',
  follow_up_none: '这位居民现在没有要回访的。请刷新后再看看。',
} as const

export type RefusalCode = keyof typeof sentences

/**
 * Sentences for a leader about the volunteer they have chosen, where the usual one speaks to the volunteer.
 */
export const sentencesOfAnother: { readonly [code in RefusalCode]?: string } = {
  not_in_team: '这位志愿者不在这个服务队里。请另选一位。',
  clash: '这位志愿者那个时间已经有别的安排。请另选一位，或者和他商量。',
  licence_required: '这位志愿者没有登记这项活要的有效证件。请另选一位。',
  age_required: '这项活有年龄要求，这位志愿者还不到。请另选一位。',
  own_booking: '这是他自己的预约，不能派给他。请另选一位。',
  guardian_needed: '这位志愿者未满 18 周岁，监护人还没有同意。请另选一位。',
  too_young_to_volunteer: '这位志愿者未满 14 周岁，不能派。请另选一位。',
  already_claimed: '这一单已经有人认领了，不用再派。请返回看看别的。',
  closing: '这位志愿者正在注销账号，不能再派。请另选一位。',
}

/** Where an input is wrong: a dotted path into it, and the fault. */
export interface Issue {
  path: string
  message: string
}

/** An expected "no". It is returned, never thrown. */
export interface Refusal {
  ok: false
  code: RefusalCode
  message: string
  issues?: Issue[]
}

/** Makes the refusal a person reads. */
export function refuse(code: RefusalCode, issues?: Issue[]): Refusal {
  return { ok: false, code, message: sentences[code], ...(issues && issues.length > 0 ? { issues } : {}) }
}

/** Says how many bookings are open where there is no room for another. */
export const bookingsFull = (open: number): Refusal => ({
  ...refuse('bookings_full'),
  message: `现在有 ${open} 个预约还没办完，先不能再约。请先取消不要的，或者等办完一个再约。`,
})

/** Names the words of a vacancy that must go. */
export const refuseFee = (word: string): Refusal => ({
  ...refuse('vacancy_fee'),
  message: sentences.vacancy_fee.replace('这样的话', `「${word}」`),
})

/** The refusal a leader reads about the volunteer they have chosen. */
export const refuseOfAnother = (code: RefusalCode): Refusal => ({
  ...refuse(code),
  message: sentencesOfAnother[code] ?? sentences[code],
})

/** Says from which day on the next word to a session's parties is possible. */
export const toldToday = (nextAt: Instant): Refusal => ({
  ...refuse('told_today'),
  message: sentences.told_today.replace('明天', ` ${wallClock(nextAt).format('M月D日')} `),
})

/** Dates of an activity that cannot be meant. */
export type DatesRefusal = Extract<
  RefusalCode,
  'session_running' | 'sessions_same' | 'lessons_overlap' | 'closes_late' | 'draw_late'
>

/** Names the session that is refused, or the close of sign-up. */
export function refuseDates(code: DatesRefusal, at: Instant): Refusal {
  const { message, ...refusal } = refuse(code)
  const when = wallClock(at).format('M月D日 H:mm')
  const named: Record<DatesRefusal, string> = {
    session_running: message.replace('有一场', `${when} 的这一场`),
    sessions_same: message.replace('有两场', `${when} 有两场`),
    lessons_overlap: message.replace('有两课', `${when} 有两课`),
    closes_late: message.replace('报名截止', `报名截止（${when}）`),
    draw_late: message.replace('抽签', `抽签（${when}）`),
  }
  return { ...refusal, message: named[code] }
}

export type Answer<Data> = { ok: true; data: Data } | Refusal
