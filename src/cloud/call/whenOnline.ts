import Taro from '@tarojs/taro'

/** Calls when the network comes back, until what it answers is called. */
export function whenOnline(act: () => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) act()
  }
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange(changed)
}
