import type { BoardLesson, CourseBoard, TraineeRow } from '#contract/training'
import { cellsOf, completionStanding, heldLessons, spokenRow } from '#features/coordinator/course/boardRows'
import { mondayNine } from '#support/time'

const lesson = (number: number, more: Partial<BoardLesson> = {}): BoardLesson => ({
  ...{ lessonId: `l_${number}`, from: mondayNine, to: mondayNine, number, over: true },
  ...{ taken: true, closed: true, came: 1, walkIns: [] },
  ...more,
})
const row = (more: Partial<TraineeRow> = {}): TraineeRow => ({
  ...{ memberId: 'm_wang', name: '王奶奶', state: 'confirmed', count: 1 },
  attended: { l_1: true, l_2: false },
  ...more,
})
const board: CourseBoard = {
  ...{ sessionId: 's_1', title: '家政培训', place: '妇女之家', from: mondayNine, to: mondayNine },
  lessons: [lesson(1), lesson(2), lesson(3, { cancelled: true }), lesson(4, { over: false })],
  rows: [row()],
  ...{ least: 2, of: 3, untaken: [] },
  materials: { count: 0, handedOut: 0 },
  totals: { signedUp: 1, waiting: 0, enough: 0, completed: 0 },
}

describe('A trainee on the board of a course', () => {
  it('has a cell for each lesson that takes place', () => {
    expect(cellsOf(row(), heldLessons(board)).map(({ state }) => state)).toEqual([
      'there',
      'absent',
      'unsaid',
    ])
  })
  it.each([
    ['nothing while nothing is decided', row(), ''],
    ['enough', row({ count: 2 }), '够结业了'],
    ['a certificate', row({ count: 2, certificateNo: 'TBK-261124-307146' }), '有结业证'],
    ['one that was revoked', row({ certificateNo: 'TBK-261124-307146', revoked: true }), '结业证作废了'],
    ['that they have left', row({ state: 'withdrawn' }), '已退出'],
  ])('stands for %s', (_, trainee, words) => expect(completionStanding(trainee, 2)).toBe(words))
  it('is read aloud in one sentence', () =>
    expect(spokenRow(row(), board)).toBe('王奶奶，一共 3 课，上了 1 课，第 2 课没来'))
})
