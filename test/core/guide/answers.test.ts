import fc from 'fast-check'
import { answerFault } from '#contract/guide'
import type { GuideQuestion } from '#contract/publication'
import { checkedAnswers } from '#core/guide/answers'

const name: GuideQuestion = { field: 'name', title: '老人叫什么', kind: 'text' }
const born: GuideQuestion = { field: 'born', title: '哪天生的', kind: 'day' }
const people: GuideQuestion = { field: 'people', title: '家里几口人', kind: 'number', optional: true }
const how: GuideQuestion = {
  field: 'how',
  title: '怎么取',
  kind: 'choice',
  options: ['自己来取', '家人来取'],
}
const questions = [name, born, people, how]
const whole = { name: '王秀英', born: '1940-05-01', people: '３', how: '自己来取' }

describe('answers to a guide', () => {
  it('stand with their questions, in the order of the questions; an optional one may be absent', () => {
    expect(checkedAnswers(questions, { ...whole, more: '别的' })).toEqual({
      answers: [
        { title: '老人叫什么', value: '王秀英' },
        { title: '哪天生的', value: '1940-05-01' },
        { title: '家里几口人', value: '3' },
        { title: '怎么取', value: '自己来取' },
      ],
    })
    expect(checkedAnswers(questions, { ...whole, people: ' ' })).toMatchObject({ answers: { length: 3 } })
  })

  it.each([
    ['name', '', 'missing'],
    ['name', '长'.repeat(201), 'too_long'],
    ['name', '身份证 510102194005011234', 'personal'],
    ['name', '卡号 6222 0210 0111 2233 445', 'personal'],
    ['born', '五月一号', 'not_a_day'],
    ['born', '2026-02-30', 'not_a_day'],
    ['people', '三口', 'not_a_number'],
    ['how', '邮寄', 'not_an_option'],
  ])('%s does not do as 「%s」', (field, value, fault) => {
    expect(checkedAnswers(questions, { ...whole, [field]: value })).toEqual({ field, fault })
  })

  it('are never more than the questions ask, whatever is sent', () => {
    const given = fc.dictionary(fc.constantFrom('name', 'born', 'people', 'how', 'x'), fc.string())
    fc.assert(
      fc.property(given, (answers) => {
        const checked = checkedAnswers(questions, answers)
        if (checked.field !== undefined) return questions.some(({ field }) => field === checked.field)
        const titles = checked.answers.map(({ title }) => title)
        const asked = questions.map(({ title }) => title)
        return (
          titles.every((title) => asked.includes(title)) &&
          new Set(titles).size === titles.length &&
          questions.every(({ field, ...one }) => answerFault({ ...one }, answers[field] ?? '') === undefined)
        )
      }),
    )
  })
})
