import { useState } from 'react'
import { enterAs, type OfferedPerson } from '#cloud/call/sampleCommunity.h5'
import { deskText } from '#text/desk/desk'
import { failureText } from '#text/shared/ui'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'

/** Offers a sign-in as one of the sample people, and says that they are invented. */
export function SamplePeople({
  people,
  onToken,
}: {
  people: OfferedPerson[]
  onToken: (token: string) => void
}) {
  const [entering, setEntering] = useState(false)
  const [failed, setFailed] = useState(false)

  async function enter({ openid }: OfferedPerson) {
    if (entering) return
    setEntering(true)
    const token = await enterAs(openid)
    setEntering(false)
    setFailed(token === undefined)
    if (token !== undefined) onToken(token)
  }

  return (
    <>
      <Banner tone='plain'>
        <Box className='strong'>{deskText.sampleTitle}</Box>
        {deskText.sampleText}
      </Banner>
      <Heading>{deskText.samplePick}</Heading>
      {failed && <Banner tone='bad'>{failureText.unreachable}</Banner>}
      <Box>
        <ListRows>
          {people.map((person) => (
            <ListRow
              key={person.openid}
              icon='me'
              title={person.name}
              detail={person.note}
              onPress={() => enter(person)}
            />
          ))}
        </ListRows>
      </Box>
    </>
  )
}
