export default {
  'not_allowed': 'Peran Anda tidak mengizinkan tindakan ini.',
  'not_found': 'Data ini tidak ada, atau berada di luar wilayah tugas Anda.',
  'changed_meanwhile': 'Data ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.',
  'already_done': 'Ini sudah dilakukan sebelumnya.',
  'nothing_selected': 'Belum ada yang dipilih.',
} as const
