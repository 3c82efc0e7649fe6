import Taro from '@tarojs/taro'

/** One path for all exports: the next replaces the last, so lists of names do not collect on the phone. */
const rosterPath = () => `${Taro.env.USER_DATA_PATH}/roster.xlsx`

/** Opens a workbook in WeChat, whose menu can forward it. Throws when WeChat cannot open it. */
export async function saveWorkbook(_fileName: string, base64: string): Promise<boolean> {
  const filePath = rosterPath()
  Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  return true
}
