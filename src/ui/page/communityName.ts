/** In WeChat no frame of a page shows the community's name. */
export function noteCommunity(_name: string): void {}
