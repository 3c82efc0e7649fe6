import { checkEnrolment, newEnrolment } from '#features/member/staff/enrolDraft'
import { enrolText as words } from '#text/member/paper'

const filled = {
  ...newEnrolment,
  ...{ name: ' 谭婆婆 ', note: '念过隐私指引，本人按了手印。' },
  ...{ estateId: 'huochai', building: '2栋', unit: '7-3', gridId: 'grid1', sensitive: true },
}

describe('the form that enrols somebody without WeChat', () => {
  it('sends what was written, and the paper', () => {
    const draft = { ...filled, signedOn: '2026.12.1', keptAt: '档案柜', birthday: '19480315' }
    expect(checkEnrolment(draft).input).toEqual({
      ...{ name: '谭婆婆', estateId: 'huochai', building: '2栋', unit: '7-3', gridId: 'grid1' },
      ...{ birthDay: '1948-03-15', birthCalendar: 'solar' },
      ...{ consentNote: '念过隐私指引，本人按了手印。', signedOn: '2026-12-01', keptAt: '档案柜' },
    })
    expect(checkEnrolment({ ...filled, sensitive: false }).input).toMatchObject({ sensitive: false })
  })

  it.each([
    [{ name: '' }, 'name', words.nameMissing],
    [{ note: '' }, 'note', words.noteMissing],
    [{ phone: '123' }, 'phone', words.phoneWrong],
    [{ signedOn: '昨天' }, 'signedOn', words.signedOnWrong],
    [{ birthday: '1948-03-15', sensitive: false }, 'birthday', words.birthNeeds],
    [{ sensitive: undefined }, 'sensitive', words.sensitiveMissing],
    [{ estateId: undefined }, 'estateId', words.estateMissing],
    [{ gridId: undefined }, 'gridId', words.gridMissing],
  ])('says of %j what is wrong', (part, field, sentence) => {
    expect(checkEnrolment({ ...filled, ...part })).toMatchObject({ faults: { [field]: sentence } })
  })
})
