import type { Notice } from '#contract/notice'
import { mattersOf } from '#features/notice/matters'

const told = (noticeId: string, about: Partial<Notice> = {}): Notice => ({
  noticeId,
  at: 0,
  title: '',
  text: '',
  read: false,
  ...about,
})

it('Notices about one matter stand together, where the newest stood; one about nothing stands alone', () => {
  const matters = mattersOf([
    told('n6', { bookingId: 'b1' }),
    told('n5'),
    told('n4', { requestId: 'r1' }),
    told('n3', { bookingId: 'b1' }),
    told('n2'),
    told('n1', { activityId: 'a1' }),
  ])
  const ids = matters.map((group) => group.map(({ noticeId }) => noticeId))
  expect(ids).toEqual([['n6', 'n3'], ['n5'], ['n4'], ['n2'], ['n1']])
})
