// A server of the AT Protocol with a few people, until standard input ends.
// Argument: the folder in which @atproto/dev-env is installed.
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const place = join(process.argv[2], 'node_modules/@atproto/dev-env/dist/index.js')
const { TestNetworkNoAppView } = await import(pathToFileURL(place))
const network = await TestNetworkNoAppView.create({})
const people = network.getSeedClient()
const agent = network.pds.getAgent()
for (const name of ['misaki', 'hidden', 'silent', 'away']) {
  await people.createAccount(name, { handle: `${name}.test`, email: `${name}@example.org`, password: 'words' })
}
const as = (name) => ({ headers: people.getHeaders(people.dids[name]) })
const say = (name, profile) =>
  agent.api.com.atproto.repo.putRecord(
    {
      repo: people.dids[name],
      collection: 'app.bsky.actor.profile',
      rkey: 'self',
      record: { $type: 'app.bsky.actor.profile', ...profile },
    },
    { ...as(name), encoding: 'application/json' },
  )
const picture = Buffer.from(process.argv[3], 'hex')
const sent = await agent.api.com.atproto.repo.uploadBlob(picture, { ...as('misaki'), encoding: 'image/png' })
await say('misaki', {
  displayName: 'Misaki Ōno',
  description: 'Maps and ceramics.\nSlow replies.',
  pronouns: 'she/her',
  website: 'https://maps.example.org/',
  avatar: sent.data.blob,
})
await say('hidden', {
  displayName: 'Hidden',
  labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: '!no-unauthenticated' }] },
})
await agent.api.com.atproto.server.deactivateAccount({}, { ...as('away'), encoding: 'application/json' })
console.log(JSON.stringify({ ready: true, server: network.pds.url, directory: network.plc.url, ids: people.dids }))
process.stdin.on('end', () => process.exit(0)).resume()
