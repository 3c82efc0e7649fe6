import Taro from '@tarojs/taro'

/** Calls `act` whenever the network comes back. Returns a function that ends it. */
export function whenOnline(act: () => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) act()
  }
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange(changed)
}
