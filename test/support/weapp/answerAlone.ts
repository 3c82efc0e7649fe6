/**
 * A cloud with a few fixed answers, for tests of the page and not of what it shows. Throws for any other
 * operation.
 */
export function answerAlone(op: string): object {
  const answer = answers[op]
  if (!answer) throw new Error(`nobody answers ${op}`)
  return answer
}

const answers: Record<string, object> = {
  'member.me': {
    member: {
      ...{ memberId: 'm_wang', name: '王奶奶', state: 'verified', gridId: 'grid1' },
    },
    roles: [{ role: 'resident' }],
  },
  'member.dependents': { items: [{ dependentId: 'd_1', name: '老李', relation: '老伴' }] },
  'member.addDependent': { dependentId: 'd_2' },
  'desk.approve': { state: 'approved' },
}
