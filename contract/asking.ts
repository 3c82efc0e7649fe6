/** WeChat asks for so many templates at once. */
export const mostTemplatesAsked = 3

/** What a person answers for each of them; `ban` and `filter` are WeChat's own. */
export const messageAnswers = ['accept', 'reject', 'ban', 'filter'] as const
