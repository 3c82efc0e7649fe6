// The build puts this in place of Taro's files that draw a bar and tabs, and of the styles of its elements.
// `Screen` draws both; Taro's bar moved every page by its own height before it was hidden.

export function initNavigationBar(): void {}

export function initTabbar(): void {}
