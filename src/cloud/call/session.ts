// In WeChat the platform says who calls. There is no token, and nobody signs in or out.

export function sessionToken(): string | undefined {
  return undefined
}

/** WeChat says who calls even before that person has registered. */
export const strangersAreKnown = (): boolean => true

/** Whether a call can have a person behind it. */
export function isSignedIn(): boolean {
  return true
}

/** Does nothing: WeChat's identity cannot be refused. */
export function askToSignIn(): void {}

export function dropSession(_token: string | undefined): void {}
