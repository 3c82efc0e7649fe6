/** WeChat shows the page in front by itself. */
export function showInStep(): void {}
