import { useCallback, useEffect, useState } from 'react'
import { call } from '#cloud/call/call'
import type { PairBegun } from '#contract/desk'
import { secondMs } from '#contract/shared/time'

const pollEveryMs = 2 * secondMs

type Pairing =
  | { state: 'beginning' }
  | { state: 'waiting'; pair: PairBegun }
  | { state: 'expired' }
  | { state: 'failed'; message: string }

/**
 * Begins a pair, then asks every two seconds whether the phone has approved it. `onToken` is called once. A poll without
 * an answer is repeated. Returns the pairing and `renew`, which begins a new pair.
 */
export function usePairing(onToken: (token: string) => void): [Pairing, () => void] {
  const [pairing, setPairing] = useState<Pairing>({ state: 'beginning' })
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins a new pair
  useEffect(() => {
    let left = false
    setPairing({ state: 'beginning' })
    void call('desk.begin', {}).then((begun) => {
      if (left) return
      setPairing(
        begun.ok ? { state: 'waiting', pair: begun.data } : { state: 'failed', message: begun.message },
      )
    })
    return () => {
      left = true
    }
  }, [round])

  const pair = pairing.state === 'waiting' ? pairing.pair : undefined
  useEffect(() => {
    if (!pair) return
    let left = false
    const timer = setInterval(async () => {
      const polled = await call('desk.poll', { pairId: pair.pairId, pollSecret: pair.pollSecret })
      if (left || !polled.ok) return
      if (polled.data.state === 'expired') setPairing({ state: 'expired' })
      if (polled.data.token !== undefined) {
        left = true
        onToken(polled.data.token)
      }
    }, pollEveryMs)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [pair, onToken])

  return [pairing, useCallback(() => setRound((before) => before + 1), [])]
}
