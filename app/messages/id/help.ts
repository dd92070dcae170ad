export default {
  title: 'Bantuan',
  intro: 'Panduan menurut pekerjaan Anda. Setiap halaman portal juga menautkan bagian panduannya.',
  contents: 'Isi panduan',
} as const
