export default {
  not_allowed: 'Peran Anda tidak mengizinkan tindakan ini.',
  not_found: 'Data ini tidak ada, atau berada di luar wilayah tugas Anda.',
  changed_meanwhile: 'Data ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.',
  already_done: 'Ini sudah dilakukan sebelumnya.',
  stale_form:
    'Halaman ini sudah terlalu lama terbuka atau dibuka sebelum Anda masuk. Isian Anda masih ada: kirim sekali lagi.',
  nothing_selected: 'Belum ada yang dipilih.',
  'beneficiary.move_not_allowed':
    'Langkah ini tidak bisa dilakukan pada status orang ini sekarang. Muat ulang halaman untuk melihat statusnya.',
  'database.append_only': 'Catatan ini tidak boleh diubah atau dihapus. Buat catatan pembetulan.',
  'database.allowed_move':
    'Langkah ini tidak bisa dilakukan pada status orang ini sekarang. Muat ulang halaman untuk melihat statusnya.',
  'database.separation_of_duties':
    'Anda sudah ikut menangani berkas ini, jadi orang lain yang harus memutuskan.',
  'database.quota': 'Kuota kabupaten/kota ini sudah penuh. Orang berikutnya masuk daftar tunggu.',
  'database.cohort_capacity': 'Angkatan ini sudah penuh. Pilih angkatan lain atau kurangi jumlah orang.',
  'database.sector_ceiling': 'Jumlah bantuan melebihi pagu sektor ini. Kurangi rincian rencana usaha.',
  'database.tranche_sum': 'Jumlah semua tahap tidak sama dengan jumlah bantuan.',
  'database.balance_not_negative': 'Anggaran program tidak cukup untuk ini.',
  'database.batch_frozen': 'Batch ini sudah diajukan, jadi isinya tidak bisa diubah lagi.',
  'database.batch_move': 'Langkah ini tidak bisa dilakukan pada keadaan batch sekarang. Muat ulang halaman.',
  'database.batch_total':
    'Jumlah batch tidak sama dengan jumlah barisnya. Muat ulang halaman, lalu ajukan lagi.',
  'database.batch_approvals': 'Batch ini masih memerlukan persetujuan orang lain.',
  'database.batch_sp2d': 'Nilai SP2D harus sama dengan jumlah batch.',
  'database.batch_sp2d_once': 'Nomor SP2D ini sudah dipakai batch lain.',
  'database.payment_move':
    'Langkah ini tidak bisa dilakukan pada keadaan pembayaran sekarang. Muat ulang halaman.',
  'database.payment_amount': 'Nilai pembayaran harus sama dengan nilai tahapnya.',
  'database.payee_stands':
    'Ada penerima yang sedang ditangguhkan atau sudah keluar dari program. Keluarkan dari batch lebih dahulu.',
  'database.payment_one_live_per_tranche': 'Tahap ini sudah ada di batch lain atau sudah dibayar.',
  'database.identity_hash_one_nik_a_year': 'NIK ini sudah terdaftar pada tahun program ini.',
  'database.enrolment_one_open': 'Orang ini sudah terdaftar di sebuah angkatan.',
  'database.training_session_trainer_free': 'Pelatih ini sudah mengajar sesi lain pada jam yang sama.',
  'database.training_session_venue_free': 'Tempat ini sudah dipakai sesi lain pada jam yang sama.',
  'database.decree_number_key': 'Nomor keputusan ini sudah dipakai.',
  'database.programme_code_key': 'Kode program ini sudah dipakai.',
  'database.user_account_email_key': 'Surel ini sudah dipakai akun lain.',
  'database.quota_change': 'Kuota tidak boleh kurang dari jumlah orang yang sudah mendapat tempat.',
  'database.tranche_plan': 'Jumlah bagian semua tahap harus tepat 100 %.',
  'database.programme_identity': 'Kode dan tahun anggaran tidak dapat diubah setelah program dibuka.',
  'programme.closed': 'Program ini sudah ditutup, jadi pengaturannya tidak dapat diubah lagi.',
  'programme.reason_needed':
    'Program ini sudah dibuka. Tuliskan alasan perubahannya; keadaan sebelumnya tetap disimpan.',
  'programme.code_fixed':
    'Kode {code} sudah dipakai pada nomor rujukan pembayaran, jadi tidak dapat diganti setelah program dibuka.',
  'programme.year_fixed': 'Tahun anggaran {year} tidak dapat diganti setelah program dibuka.',
  'programme.budget_below_grants':
    'Anggaran tidak boleh kurang dari bantuan yang sudah ditetapkan, yaitu {grantedRupiah}.',
  'programme.requirement_judged':
    'Syarat kehadiran sudah dipakai untuk menilai {n} orang, jadi tidak dapat diubah lagi pada tahun ini.',
  'programme.quota_below_placed': 'Kuota {persons} kurang dari {placed} orang yang sudah mendapat tempat.',
  'programme.sector_in_use':
    'Sektor ini dipakai {n} rencana usaha, jadi harus tetap ditawarkan dalam bentuk yang sama.',
  'programme.ceiling_below_plans':
    'Pagu tidak boleh kurang dari rencana usaha yang ada, yaitu {highestRupiah}.',
  'programme.no_sector_left': 'Program yang dibuka harus menawarkan paling sedikit satu sektor.',
  'programme.plan_empty': 'Isi paling sedikit satu tahap.',
  'programme.plan_too_long': 'Paling banyak delapan tahap.',
  'programme.plan_not_whole': 'Jumlah bagian semua tahap sekarang {percent} %, padahal harus tepat 100 %.',
  'programme.plan_not_in_order': 'Urutkan tahap menurut triwulannya, dari yang paling awal.',
  'programme.plan_other_year': 'Semua tahap harus berada dalam tahun anggaran {year}.',
  'programme.not_ready': 'Masih ada {n} hal yang harus dilengkapi sebelum program dibuka.',
  'programme.not_open': 'Hanya program yang sedang dibuka yang dapat ditutup.',
  'programme.payments_under_way':
    'Masih ada {n} pembayaran yang sedang berjalan. Selesaikan dahulu sebelum menutup program.',
  'programme.past_empty': 'Berkas ini tidak memuat satu orang pun.',
  'programme.past_no_header': 'Baris pertama harus memuat nama kolom nik, no_kk, dan tahun.',
  'programme.past_nik': 'Baris {line}: NIK harus 16 angka. Tidak ada yang disimpan.',
  'programme.past_kk': 'Baris {line}: nomor KK harus 16 angka atau kosong. Tidak ada yang disimpan.',
  'programme.past_year': 'Baris {line}: tahun tidak sah. Tidak ada yang disimpan.',
  'programme.past_too_many': 'Paling banyak 200.000 baris dalam satu berkas.',
  'programme.past_unreadable': 'Berkas ini tidak dapat dibaca sebagai CSV.',
  'programme.figure_empty': 'Isi paling sedikit satu angka yang diterbitkan.',
  'account.wait': 'Terlalu banyak percobaan. Coba lagi {minutes} menit lagi.',
  'account.sign_in_failed': 'Surel atau kata sandi tidak cocok.',
  'account.code_wrong':
    'Kode ini salah atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu coba lagi.',
  'account.proof_wrong': 'Kata sandi atau kode tidak cocok.',
  'account.password_wrong': 'Kata sandi tidak cocok.',
  'account.password_same': 'Kata sandi baru harus berbeda dari yang sekarang.',
  'account.password_guessable': 'Kata sandi ini terlalu mudah ditebak.',
  'account.password_is_you': 'Kata sandi ini terlalu mirip dengan nama atau surel Anda.',
  'account.second_factor_required': 'Peran Anda mewajibkan faktor kedua, jadi tidak dapat dimatikan.',
  'account.no_such_session': 'Sesi itu sudah berakhir.',
  'account.link_used': 'Tautan ini sudah dipakai atau sudah lewat waktunya. Minta tautan baru.',
  'account.role_is_provincial': 'Peran ini selalu untuk seluruh provinsi: kosongkan kabupaten/kota.',
  'account.unknown_regency': 'Kabupaten/kota ini tidak dikenal.',
  'account.role_already_ended': 'Hari terakhir peran tidak boleh sudah lewat.',
  'account.not_yourself': 'Akses akun Anda sendiri hanya dapat diubah admin lain.',
  'account.last_admin': 'Ini admin terakhir. Angkat admin lain lebih dahulu.',
  'account.email_taken': 'Surel ini sudah dipakai akun lain.',
  'account.not_the_first': 'Portal ini sudah mempunyai akun. Buat akun berikutnya sebagai admin (--as).',
  'account.no_second_factor': 'Akun ini tidak mempunyai faktor kedua.',
  'account.policy_unchanged': 'Tidak ada yang diubah.',
  'programme.sector_exists': 'Sektor dengan nama ini sudah ada.',
  'programme.sector_always': 'Empat sektor dasar selalu ada dan tidak dapat dinonaktifkan.',
  'disbursement.plan_not_accepted': 'Rencana usaha {name} belum diterima, jadi bantuannya belum bisa dibuat.',
  'disbursement.already_granted': '{name} sudah mempunyai bantuan pada tahun program ini.',
  'disbursement.above_ceiling': 'Rencana usaha {name} melebihi pagu sektornya. Kurangi rinciannya.',
  'disbursement.no_template':
    'Tahun program ini belum mempunyai rencana tahap. Lengkapi dahulu pada pengaturan program.',
  'disbursement.budget_short': 'Sisa anggaran program tidak cukup untuk bantuan ini.',
  'disbursement.batch_moved_on':
    'Keadaan batch ini sudah berubah, jadi langkah ini tidak berlaku lagi. Muat ulang halaman untuk melihatnya.',
  'disbursement.programme_not_open':
    'Tahun program ini tidak sedang dibuka, jadi batch baru tidak bisa disiapkan.',
  'disbursement.nothing_ready':
    'Tidak ada tahap uang yang siap untuk pilihan ini. Lihat daftar tahap untuk mengetahui apa yang masih ditunggu.',
  'disbursement.line_not_ready':
    '{people} baris tidak lagi memenuhi syarat, yang pertama milik {name}. Keluarkan dari batch, atau bereskan dahulu yang menahannya.',
  'disbursement.batch_empty': 'Batch ini tidak mempunyai baris lagi.',
  'disbursement.unsafe_name':
    'Nama pemilik rekening pada baris {line} ({name}) tidak bisa ditulis ke berkas bank. Perbaiki rekeningnya, atau keluarkan barisnya.',
  'disbursement.prepared_it_yourself':
    'Anda yang menyiapkan atau mengajukan batch ini, jadi orang lain yang harus menyetujuinya.',
  'disbursement.approved_it_already':
    'Anda sudah menyetujui batch ini. Persetujuan kedua harus dari orang lain.',
  'disbursement.touched.registered':
    'Anda tidak dapat menyetujui batch ini: Anda ikut menangani {people} orang di dalamnya, di antaranya mendaftarkan {name}.',
  'disbursement.touched.verified':
    'Anda tidak dapat menyetujui batch ini: Anda ikut menangani {people} orang di dalamnya, di antaranya memverifikasi {name}.',
  'disbursement.touched.account_entered':
    'Anda tidak dapat menyetujui batch ini: Anda ikut menangani {people} orang di dalamnya, di antaranya memasukkan rekening {name}.',
  'disbursement.touched.account_verified':
    'Anda tidak dapat menyetujui batch ini: Anda ikut menangani {people} orang di dalamnya, di antaranya memeriksa rekening {name}.',
  'disbursement.touched.plan_accepted':
    'Anda tidak dapat menyetujui batch ini: Anda ikut menangani {people} orang di dalamnya, di antaranya menerima rencana usaha {name}.',
  'disbursement.touched.exit_confirmed':
    'Anda tidak dapat menyetujui batch ini: Anda ikut menangani {people} orang di dalamnya, di antaranya mengesahkan perubahan keikutsertaan {name}.',
  'disbursement.sp2d_differs': 'Nilai SP2D harus sama dengan jumlah batch sekarang, yaitu {totalRupiah}.',
  'disbursement.sp2d_in_future': 'Tanggal SP2D belum tiba.',
  'disbursement.sp2d_before_approval': 'Tanggal SP2D tidak boleh mendahului hari batch disetujui.',
  'disbursement.no_sp2d': 'Catat SP2D batch ini lebih dahulu.',
  'disbursement.file_posted_already': 'Berkas ini sudah dibukukan. Tidak ada yang berubah.',
  'disbursement.file_checked_already':
    'Berkas yang sama sudah diperiksa dan menunggu dibukukan. Buka dari daftar jawaban bank.',
  'disbursement.answer_unreadable':
    'Berkas ini tidak terbaca sebagai CSV. Simpan ulang sebagai CSV, lalu unggah lagi.',
  'disbursement.answer_empty': 'Berkas ini tidak berisi baris jawaban.',
  'disbursement.answer_too_many': 'Berkas ini berisi lebih dari 100.000 baris. Bagi menjadi beberapa berkas.',
  'disbursement.answer_column': 'Kolom {column} tidak ada di berkas ini.',
  'disbursement.answer_reference': 'Baris {line}: referensi kosong atau lebih dari 35 karakter.',
  'disbursement.answer_amount': 'Baris {line}: nominal bukan rupiah bulat.',
  'disbursement.answer_status': 'Baris {line}: status harus PAID, FAILED, RETURNED, atau PENDING.',
  'disbursement.answer_date': 'Baris {line}: tanggal tidak terbaca. Pakai bentuk 2026-11-24.',
  'disbursement.answer_reason': 'Baris {line}: kode alasan lebih dari 35 karakter.',
  'disbursement.exporter_may_not_confirm':
    'Anda mengekspor batch dalam berkas ini, jadi orang lain yang harus mengesahkan jawabannya.',
  'disbursement.exporter_may_not_post':
    'Anda mengekspor batch dalam berkas ini. Minta bendahara lain membukukannya, atau minta penyetuju mengesahkannya dahulu.',
  'disbursement.control_differs':
    'Jumlah baris atau total berkas tidak sama dengan angka kendali yang diketik. Buang berkas ini, periksa, lalu unggah lagi.',
  'disbursement.file_has_open_lines': 'Masih ada baris tanpa keputusan, jadi belum ada yang dibukukan.',
  'database.tranche_gates': 'Ada baris yang belum memenuhi semua syarat penyaluran.',
  'database.later_tranche': 'Tahap berikutnya menunggu laporan penggunaan, yang belum tersedia di portal.',
  'database.bank_file_whole':
    'Jawaban bank dibukukan seluruhnya atau tidak sama sekali. Periksa baris dan angka kendalinya.',
  'database.payment_entry': 'Pembayaran hanya selesai karena jawaban bank.',
  'verification.registered_it_yourself':
    'Anda yang mendaftarkan {name}, jadi verifikator lain yang harus memutuskan.',
  'verification.not_waiting': '{name} tidak sedang menunggu verifikasi; mungkin sudah diputuskan orang lain.',
  'verification.no_visit':
    'Isi tanggal kunjungan rumah {name}: tanpa kunjungan, orang ini tidak dapat diverifikasi.',
  'verification.visit_in_future': 'Tanggal kunjungan {name} belum tiba.',
  'verification.visit_before_registration': 'Tanggal kunjungan lebih awal daripada pendaftaran {name}.',
  'verification.checks_missing':
    'Masih ada {n} butir pemeriksaan {name} yang belum dijawab “ya”. Kembalikan atau tolak bila memang tidak terpenuhi.',
  'verification.reason_missing': 'Tuliskan alasan keputusan untuk {name}.',
  'verification.not_sent_back': '{name} tidak sedang dikembalikan untuk diperbaiki.',
  'verification.programme_not_open': 'Tahun program ini tidak sedang dibuka.',
  'verification.nobody_to_publish':
    'Di wilayah {regency} belum ada orang terverifikasi yang baru untuk diumumkan.',
  'verification.objection_in_future': 'Tanggal terima sanggahan belum tiba.',
  'verification.objection_out_of_time':
    'Sanggahan diterima mulai {publishedOn} dan ditutup pada {closesOn}. Tanggal ini di luar masa itu.',
  'verification.decreed_already':
    '{name} sudah ditetapkan atau sudah keluar, jadi sanggahan tidak dapat dicatat lagi.',
  'verification.objection_answered': 'Sanggahan ini sudah dijawab. Jawaban tidak dapat diubah.',
  'verification.objections_open':
    'Masih ada {n} orang dengan sanggahan yang belum dijawab. Jawab dahulu sebelum menetapkan.',
  'verification.nobody_to_decree':
    'Belum ada orang yang siap ditetapkan pada tempat yang masih kosong di wilayah ini.',
  'verification.nobody_to_offer': 'Tidak ada tempat kosong, atau tidak ada orang di daftar tunggu.',
  'verification.decree_in_future': 'Tanggal keputusan belum tiba.',
  'verification.decree_before_list_closes':
    'Keputusan tidak boleh bertanggal sebelum masa sanggahan berakhir, yaitu {day}.',
  'verification.offer_gone': 'Tawaran tempat untuk {name} tidak berlaku lagi.',
  'verification.offer_answered': 'Tempat untuk {name} sudah dikonfirmasi.',
  'verification.no_result_yet': 'Belum ada hasil untuk {name}: surat dapat dicetak setelah keputusan.',
  'training.programme_not_open':
    'Tahun program ini belum dibuka atau sudah ditutup, jadi angkatan baru belum bisa dibuat.',
  'training.sector_not_offered': 'Sektor ini tidak ditawarkan pada tahun program ini.',
  'training.not_a_trainer': 'Ada yang dipilih tanpa peran pelatih di wilayah ini.',
  'training.cohort_closed': 'Angkatan {cohort} sudah ditutup, jadi tidak bisa diubah lagi.',
  'training.capacity_below_people':
    'Sudah ada {people} orang di angkatan ini. Kapasitas tidak bisa di bawah itu.',
  'training.trainer_has_sessions':
    '{trainer} masih punya sesi di angkatan ini. Ganti pelatih sesinya dahulu.',
  'training.sessions_outside_dates': 'Ada {n} sesi di luar tanggal ini. Ubah sesinya dahulu.',
  'training.no_session_chosen': 'Pilih paling sedikit satu tanggal.',
  'training.outside_cohort_dates': 'Sesi {when} berada di luar tanggal angkatan.',
  'training.not_its_trainer': 'Pelatih ini bukan pelatih angkatan ini. Tambahkan dahulu lewat Ubah angkatan.',
  'training.ends_before_start': 'Jam selesai harus sesudah jam mulai.',
  'training.own_overlap': 'Dua sesi yang disusun bertabrakan pada {when}.',
  'training.trainer_busy':
    '{trainer} sudah mengajar angkatan {cohort} pada {when}. Pilih pelatih atau waktu lain.',
  'training.venue_busy': '{venue} sudah dipakai angkatan {cohort} pada {when}. Pilih tempat atau waktu lain.',
  'training.session_fixed': 'Sesi yang sudah terlaksana atau dibatalkan tidak bisa diubah lagi.',
  'training.session_cancelled': 'Sesi ini dibatalkan, jadi kehadirannya tidak dicatat.',
  'training.session_not_started': 'Sesi ini belum dimulai. Kehadiran bisa dicatat sejak sesi dimulai.',
  'training.reason_needed': 'Tulis alasan Anda mencatat kehadiran, karena Anda bukan pelatih angkatan ini.',
  'training.nobody_listed': 'Belum ada orang di daftar nama sesi ini.',
  'training.not_on_the_list': 'Ada orang yang tidak termasuk daftar nama sesi ini. Muat ulang halaman.',
  'training.marked_meanwhile':
    'Kehadiran {name} baru saja dicatat oleh {marker}. Lihat tandanya dahulu, lalu ubah bila perlu.',
  'training.nothing_to_undo': 'Tidak ada pencatatan Anda yang bisa diurungkan.',
  'training.cohort_full': 'Angkatan {cohort} tinggal {free} kursi, sedangkan yang dipilih {wanted} orang.',
  'training.person_not_ready': '{name} belum ditetapkan, atau sudah ikut pelatihan.',
  'training.person_on_hold': '{name} sedang ditangguhkan, jadi belum bisa didaftarkan.',
  'training.enrolment_ended': 'Orang ini sudah tidak terdaftar di angkatan ini.',
  'training.nobody_enrolled': 'Belum ada peserta di angkatan ini, jadi tidak ada yang dinilai.',
  'training.session_unlogged': 'Masih ada {n} sesi yang kehadirannya belum lengkap. Lengkapi dahulu.',
  'training.session_ahead': 'Masih ada {n} sesi yang akan datang. Laksanakan atau batalkan dahulu.',
  'training.no_session_held': 'Belum ada sesi yang terlaksana, jadi kehadiran belum bisa dinilai.',
  'enterprise.person_not_trained':
    '{name} tidak berstatus lulus pelatihan, jadi rencana usahanya tidak bisa diproses.',
  'enterprise.plan_submitted': 'Rencana usaha {name} sedang menunggu keputusan, jadi tidak bisa diubah.',
  'enterprise.plan_accepted': 'Rencana usaha {name} sudah diterima, jadi tidak bisa diubah.',
  'enterprise.sector_not_offered': 'Sektor untuk {name} tidak ditawarkan pada tahun program ini.',
  'enterprise.too_many_lines': 'Rincian anggaran paling banyak {most} baris.',
  'enterprise.not_a_draft': 'Rencana usaha {name} sudah diajukan atau diputuskan.',
  'enterprise.no_lines': 'Rencana usaha {name} belum punya rincian anggaran.',
  'enterprise.above_ceiling':
    'Rencana usaha {name} berjumlah {totalRupiah}, melebihi pagu sektor {ceilingRupiah}.',
  'enterprise.not_submitted': 'Rencana usaha {name} tidak sedang menunggu keputusan.',
  'enterprise.wrote_it_yourself':
    'Anda ikut menyusun rencana usaha {name}, jadi orang lain yang harus memutuskan.',
  'enterprise.person_on_hold': '{name} sedang ditangguhkan, jadi rencana usahanya belum bisa diterima.',
  'beneficiary.account_not_due': '{name} sudah tidak di jalan program, jadi rekeningnya tidak dicatat.',
  'beneficiary.account_reason_needed': 'Tulis alasan mengganti rekening {name}.',
  'beneficiary.bank_unknown': 'Bank ini tidak ada di daftar.',
  'beneficiary.heir_not_confirmed': 'Ahli waris belum disahkan orang kedua.',
  'beneficiary.entered_it_yourself':
    'Anda yang mencatat rekening {name}, jadi orang lain yang harus memverifikasi.',
  'beneficiary.inquiry_name_needed': 'Tulis nama pemilik rekening {name} menurut bank.',
  'beneficiary.refusal_reason_needed': 'Tulis alasan menolak rekening {name}.',
  'beneficiary.suspension_open': '{name} sudah ditangguhkan, atau penangguhannya sedang diusulkan.',
  'beneficiary.not_live': '{name} sudah tidak di jalan program.',
  'beneficiary.exit_open': 'Untuk {name} sudah ada usulan keluar yang menunggu keputusan.',
  'beneficiary.proposed_it_yourself':
    'Anda yang mengusulkan untuk {name}, jadi orang lain yang harus memutuskan.',
  'beneficiary.heir_only_after_death': 'Ahli waris hanya dicatat setelah {name} dinyatakan meninggal.',
  'beneficiary.heir_exists': 'Ahli waris {name} sudah tercatat.',
  'beneficiary.heir_documents': 'Pilih surat kematian dan surat keterangan ahli waris dari berkas orang ini.',
  'beneficiary.recorded_it_yourself':
    'Anda yang mencatat ahli waris {name}, jadi orang lain yang harus mengesahkan.',
  'beneficiary.companion_elsewhere': 'Orang yang dipilih bukan pendamping di wilayah {name}.',
  'beneficiary.document_too_big': 'Berkas lebih besar dari {megabytes} MB.',
  'beneficiary.document_type': 'Hanya PDF, JPEG, dan PNG yang diterima. Berkas ini bukan salah satunya.',
  'beneficiary.document_broken': 'Berkas ini rusak atau tidak utuh. Simpan ulang, lalu unggah lagi.',
  'beneficiary.document_known': 'Berkas yang sama sudah ada.',
  'beneficiary.document_needed': 'Berkas ini menjadi dasar ahli waris, jadi tidak dapat dihapus.',
  'beneficiary.nothing_to_export': 'Tidak ada orang yang cocok untuk diunduh.',
  'intake.programme_not_open': 'Program {code} tidak sedang dibuka, jadi usulan tidak bisa dimasukkan.',
  'intake.choose_regency': 'Pilih kabupaten/kota dari berkas ini.',
  'intake.not_waiting':
    'Berkas ini sudah dikonfirmasi, dibatalkan, atau sedang diperiksa. Muat ulang halaman.',
  'intake.not_checked': 'Berkas ini belum selesai diperiksa, atau sudah dibatalkan.',
  'intake.already_written':
    'Berkas ini sudah dimasukkan sebelumnya ({people} orang). Tidak ada yang ditambahkan dua kali.',
  'intake.nothing_accepted': 'Tidak ada baris yang dapat dimasukkan: semuanya ditolak.',
  'intake.dtsen_version_needed': 'Tulis versi DTSEN untuk desil di berkas ini.',
  'intake.columns_missing': 'Kolom ini belum ditemukan: {columns}.',
  'intake.column_twice': 'Kolom {column} dipilih dua kali.',
  'intake.entry_refused': '{reason}',
  'intake.warnings':
    'Ada peringatan: {warnings} Jika datanya benar, centang pernyataan di bawah, lalu kirim lagi.',
  'intake.person_left': '{name} sudah tidak berada di program ini, jadi datanya tidak bisa dibetulkan.',
  'intake.nothing_changed': 'Tidak ada yang berubah pada data {name}.',
  'intake.reason_needed': 'Tulis alasan mengapa NIK dibetulkan.',
  'intake.regency_fixed': 'Setelah diverifikasi, orang ini tidak bisa dipindahkan ke kabupaten/kota lain.',
  'intake.file_empty': 'Berkas ini kosong, atau tidak berisi satu baris data pun.',
  'intake.file_too_big': 'Berkas terlalu besar. Paling besar {megabytes} MB.',
  'intake.file_not_a_table': 'Isi berkas ini bukan tabel CSV atau XLSX, apa pun nama berkasnya.',
  'intake.file_old_excel':
    'Berkas ini Excel lama (.xls) atau terkunci kata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
  'intake.file_damaged':
    'Berkas ini rusak dan tidak dapat dibaca. Buka dan simpan ulang di aplikasi lembar kerja.',
  'intake.file_bomb': 'Berkas ini mengembang jauh melebihi ukuran yang wajar dan ditolak demi keamanan.',
  'intake.file_entities':
    'Berkas ini memuat deklarasi yang tidak pernah dibuat lembar kerja biasa dan ditolak demi keamanan.',
  'intake.file_formula': 'Sel {cell} berisi rumus. Salin, lalu tempel sebagai nilai, dan simpan ulang.',
  'intake.file_too_many_rows': 'Berkas ini lebih dari {most} baris. Bagi menjadi beberapa berkas.',
  'intake.file_too_many_columns': 'Berkas ini lebih dari {most} kolom.',
  'intake.file_unclosed_quote':
    'Ada tanda kutip yang dibuka tetapi tidak ditutup, mulai sekitar baris {line}.',
  'intake.file_encoding': 'Huruf dalam berkas ini tidak dapat dikenali. Simpan sebagai UTF-8.',
  'intake.file_too_heavy': 'Berkas ini memerlukan terlalu banyak memori. Bagi menjadi beberapa berkas.',
  'intake.file_too_slow': 'Berkas ini terlalu lama dibaca. Bagi menjadi beberapa berkas.',
  'intake.file_no_header': 'Tidak ditemukan baris judul kolom di berkas ini. Gunakan templat.',
  'intake.file_numeric_column':
    'Kolom {column} tersimpan sebagai angka, sehingga digit ke-16 hilang. Ubah kolomnya menjadi teks dan isi ulang.',
  'keys.missing':
    'Kunci data {keyId} tidak ada dalam DATA_KEYS, padahal {boxes} nilai tersimpan dengan kunci itu. Tambahkan kunci itu, lalu ulangi.',
} as const
