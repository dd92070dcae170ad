import type id from '../id/help'

export default {
  title: 'Help',
  intro: 'Guides by the work you do. Each page of the portal also links to its part of the guide.',
  contents: 'Contents',
} satisfies Record<keyof typeof id, string>
