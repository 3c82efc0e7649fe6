import Taro from '@tarojs/taro'

/** Calls when the network comes back. */
export function whenOnline(act: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) act()
  })
}
