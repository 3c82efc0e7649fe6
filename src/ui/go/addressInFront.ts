import Taro from '@tarojs/taro'

/** The address of the page in front, with its query as it was written; empty before the first page. */
export function addressInFront(): string {
  const page = Taro.getCurrentPages().at(-1)
  if (!page?.route) return ''
  const query = Object.entries(page.options ?? {}).filter(([name]) => !name.startsWith('$'))
  return [`/${page.route}`, query.map(([name, value]) => `${name}=${value}`).join('&')]
    .filter(Boolean)
    .join('?')
}
