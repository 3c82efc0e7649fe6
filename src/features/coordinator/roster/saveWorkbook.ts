import Taro from '@tarojs/taro'

/** One at a time: the next export replaces it, so that no list of names gathers on the phone. */
const place = () => `${Taro.env.USER_DATA_PATH}/roster.xlsx`

/** Opens a workbook in WeChat, whose menu hands it on. Throws where it cannot. */
export async function saveWorkbook(_fileName: string, base64: string): Promise<boolean> {
  const filePath = place()
  Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  return true
}
