import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { recordOpenings } from '#app/member/opening'
import { relatedTo } from '#app/member/relations'
import { doorsOfCourse } from '#app/training/attendance'
import { courseOf, type FoundCourse, traineeNames } from '#app/training/trainees'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import type {
  SubsidyBook,
  SubsidyLine,
  SubsidyOfCourse,
  SubsidyPerson,
  subsidyLines,
} from '#contract/subsidy'
import { isClaimed } from '#core/subsidy/claim'
import type { Speaker } from '#core/subsidy/decide'
import { entitledFen, isToDraw, type Rate, rateOf, targetFen } from '#core/subsidy/owed'
import { type StoredSubsidy, type Subsidy, storiesOf, subsidySums } from '#core/subsidy/subsidy'
import { deskLine, lineView } from '#core/subsidy/view'
import { type LessonDoors, ownPresence } from '#core/training/attendance'
import { attendedOf, leastOf, lessonsThatCount } from '#core/training/course'
import { subsidies } from '#store/collections'
import { openGround, openSubsidy } from './sealed'

/** A course has at most five hundred places, and a few who have left one. */
const manySubsidies = 1000

/** A course with all subsidies in it, opened, and with what everybody is owed now. */
export interface Book {
  found: FoundCourse
  rate: Rate
  doors: LessonDoors
  stored: StoredSubsidy[]
  opened: Subsidy[]
  entitledOf: (memberId: MemberId) => number
}

/** Reads all subsidies of a course. What is opened must be recorded before it is shown. */
export async function bookOf({ command, settings }: Context, activityId: string): Promise<Book | undefined> {
  const found = await courseOf(activityId)
  if (!found) return undefined
  const { course, activity } = found
  const [stored, doors] = await Promise.all([
    subsidies.find('byActivity', { activityId }, { limit: manySubsidies }),
    doorsOfCourse(course),
  ])
  const rate = rateOf(activity)
  return {
    found,
    rate,
    doors,
    stored,
    opened: stored.map((one) => openSubsidy(one, settings.sealing)),
    entitledOf: (memberId) => entitledFen(rate, course, ownPresence(course, doors, memberId), command.at),
  }
}

/** Whether drawing now would change something. */
export const differs = ({ opened, entitledOf }: Pick<Book, 'opened' | 'entitledOf'>): boolean =>
  opened.some((subsidy) => isToDraw(subsidy, entitledOf(subsidy.memberId)))

/** What stands over several people. */
export function totalsOf(opened: readonly Subsidy[]): { owedFen: number; paidFen: number } {
  return subsidySums(opened.flatMap(storiesOf))
}

export const ofCourse = ({ found: { activity }, rate }: Book): SubsidyOfCourse => ({
  activityId: activity._id,
  title: activity.title,
  rateFen: rate.fen,
  per: rate.per,
})

/** Whose sealed amounts the caller sees in a list is recorded first. */
export const openForList = (
  context: MemberContext,
  opened: readonly Pick<Subsidy, 'memberId'>[],
  reason: string,
  fields = ['subsidy'],
): Promise<void> =>
  recordOpenings(
    context,
    opened.map(({ memberId }) => memberId),
    { of: [reason], fields, reason },
  )

/** These lines, or all, in the words of the contract. Recorded as seen. */
export async function shownLines(
  context: MemberContext,
  opened: readonly Subsidy[],
  only?: ReadonlySet<string>,
): Promise<SubsidyLine[]> {
  await openForList(context, opened, 'subsidy_seen')
  const shown = linesOf(opened, await traineeNames(opened, context.settings))
  return only ? shown.filter(({ lineId }) => only.has(lineId)) : shown
}

/** All lines in the words of the contract; whose they are has been recorded. */
export const linesOf = (opened: readonly Subsidy[], nameOf: (subsidy: Subsidy) => string): SubsidyLine[] =>
  opened.flatMap((subsidy) => storiesOf(subsidy).map((story) => lineView(subsidy, story, nameOf(subsidy))))

/** How the caller stands to these people when the next word is theirs. */
export async function speakersFor(
  { member }: MemberContext,
  opened: readonly Pick<Subsidy, 'memberId'>[],
): Promise<(memberId: MemberId) => Speaker> {
  const related = await relatedTo(
    member._id,
    opened.map(({ memberId }) => memberId),
  )
  return (memberId) => ({ _id: member._id, name: member.name, related: related.has(memberId) })
}

/** Shows what everybody is owed and was paid, what comes next, and whether a new draw would differ. */
export async function lines(
  context: MemberContext,
  { activityId }: Input<typeof subsidyLines>,
): Promise<Answer<SubsidyBook>> {
  const book = await bookOf(context, activityId)
  if (!book) return no('not_found')
  const { found, opened } = book
  await openForList(context, opened, 'subsidy_seen', ['subsidy', 'subsidyGround'])
  const [nameOf, speakerFor] = await Promise.all([
    traineeNames(opened, context.settings),
    speakersFor(context, opened),
  ])
  return yes({
    ...ofCourse(book),
    lessons: lessonsThatCount(found.course).length,
    least: leastOf(found.course),
    ...totalsOf(opened),
    people: opened.map((subsidy, index) => personOf(context, book, index, nameOf(subsidy))),
    lines: opened.flatMap((subsidy) =>
      storiesOf(subsidy).map((story) =>
        deskLine(subsidy, story, nameOf(subsidy), speakerFor(subsidy.memberId)),
      ),
    ),
    differs: differs(book),
  })
}

function personOf(
  { settings }: MemberContext,
  { found: { course }, doors, opened, stored, entitledOf }: Book,
  index: number,
  name: string,
): SubsidyPerson {
  const subsidy = opened[index] as Subsidy
  const kept = stored[index] as StoredSubsidy
  const { memberId } = subsidy
  const withdrawn = subsidy.claim !== null && !isClaimed(kept)
  return {
    memberId,
    name,
    ...openGround(kept, settings.sealing),
    ...(withdrawn && { withdrawn }),
    attended: attendedOf(course, ownPresence(course, doors, memberId)),
    dueFen: targetFen(subsidy, entitledOf(memberId)),
    ...subsidySums(storiesOf(subsidy)),
  }
}
