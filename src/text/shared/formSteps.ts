/** A form in steps. */
export const formStepText = {
  at: (step: number, of: number, title: string) => `第 ${step} 步，共 ${of} 步：${title}`,
  next: '下一步',
  back: '上一步',
} as const
