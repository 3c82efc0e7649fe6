import { type RefusalCode, refuse, sentences } from '#contract/shared/refusal'

const codes = Object.keys(sentences) as RefusalCode[]

describe('the sentence of a refusal', () => {
  it.each(codes)('%s says what happened, then what to do', (code) => {
    const parts = sentences[code].split('。')
    expect(parts.pop()).toBe('')
    expect(parts.length).toBeGreaterThanOrEqual(2)
  })
  it.each(codes)('%s addresses the person, politely', (code) => {
    expect(sentences[code]).toMatch(/您|请/)
    expect(sentences[code]).not.toContain('你')
  })
  it.each(codes)('%s shows no code and no Latin letters', (code) => {
    expect(sentences[code]).not.toMatch(/[A-Za-z_]/)
  })
  it('belongs to one code alone', () => {
    expect(new Set(Object.values(sentences)).size).toBe(codes.length)
  })
})

describe('a refusal', () => {
  it('carries its code and its sentence', () => {
    expect(refuse('clash')).toEqual({ ok: false, code: 'clash', message: sentences.clash })
  })
  it('names the wrong fields where there are any', () => {
    const issues = [{ path: 'window.to', message: 'to must be after from' }]
    expect(refuse('invalid_input', issues).issues).toEqual(issues)
    expect(refuse('invalid_input', [])).not.toHaveProperty('issues')
  })
})
