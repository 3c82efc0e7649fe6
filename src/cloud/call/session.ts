// In WeChat the platform says who calls: there is no token, and nothing to sign in to or out of.

export function sessionToken(): string | undefined {
  return undefined
}

/** WeChat says who calls even before that person has registered. */
export const strangersAreKnown = true

/** Whether a call can have a person behind it. */
export function isSignedIn(): boolean {
  return true
}

/** WeChat's identity cannot be refused; nothing to do. */
export function askToSignIn(): void {}

export function dropSession(_token: string | undefined): void {}
