import { index, layout, type RouteConfig, type RouteConfigEntry, route } from '@remix-run/route-config'

/** The screens of a stage, under the layout that brings its texts to the browser. */
function stage(name: string, screens: RouteConfigEntry[]): RouteConfigEntry[] {
  return screens.length > 0 ? [layout(`routes/${name}/layout.tsx`, screens)] : []
}

/** Every address of the portal. */
export default [
  ...stage('home', [index('routes/home/home.tsx')]),

  ...stage('sign-in', [
    route('masuk', 'routes/sign-in/sign-in.tsx'),
    route('masuk/kode', 'routes/sign-in/code.tsx'),
    route('masuk/lupa', 'routes/sign-in/forgotten.tsx'),
    route('masuk/atur-ulang/:token', 'routes/sign-in/reset.tsx'),
    route('keluar', 'routes/sign-in/sign-out.tsx'),
  ]),

  ...stage('account', [
    route('akun', 'routes/account/account.tsx'),
    route('akun/kata-sandi', 'routes/account/password.tsx'),
    route('akun/faktor-kedua', 'routes/account/second-factor.tsx'),
    route('akun/faktor-kedua/permulaan', 'routes/account/second-factor-start.tsx'),
    route('akun/faktor-kedua/penghapusan', 'routes/account/second-factor-removal.tsx'),
    route('akun/sesi', 'routes/account/sessions.tsx'),
    route('akun/konfirmasi', 'routes/account/confirm.tsx'),
  ]),

  ...stage('admin', [
    route('admin', 'routes/admin/admin.tsx'),
    route('admin/pengguna', 'routes/admin/users.tsx'),
    route('admin/pengguna/baru', 'routes/admin/user-new.tsx'),
    route('admin/pengguna/:userId', 'routes/admin/user.tsx'),
    route('admin/pengguna/:userId/peran', 'routes/admin/user-roles.tsx'),
    route('admin/pengguna/:userId/peran/:grantId/pencabutan', 'routes/admin/role-revocation.tsx'),
    route('admin/pengguna/:userId/penonaktifan', 'routes/admin/user-deactivation.tsx'),
    route('admin/pengguna/:userId/pengaktifan', 'routes/admin/user-reactivation.tsx'),
    route('admin/pengguna/:userId/faktor-kedua', 'routes/admin/second-factor-reset.tsx'),
    route('admin/pengguna/:userId/kata-sandi', 'routes/admin/temporary-password.tsx'),
    route('admin/peran', 'routes/admin/roles.tsx'),
    route('admin/kotak-keluar', 'routes/admin/outbox.tsx'),
    route('admin/sektor', 'routes/admin/sectors.tsx'),
    route('admin/sektor/:code', 'routes/admin/sector.tsx'),
    route('admin/sektor/:code/keaktifan', 'routes/admin/sector-activity.tsx'),
    route('admin/pengungkapan', 'routes/admin/reveals.tsx'),
  ]),

  ...stage('programme', [
    route('program', 'routes/programme/list.tsx'),
    route('program/baru', 'routes/programme/new.tsx'),
    route('program/penerima-lama', 'routes/programme/past-recipients.tsx'),
    route('program/angka-kemiskinan', 'routes/programme/poverty-figures.tsx'),
    route('program/:id', 'routes/programme/programme.tsx'),
    route('program/:id/ubah', 'routes/programme/settings.tsx'),
    route('program/:id/kuota', 'routes/programme/quotas.tsx'),
    route('program/:id/sektor', 'routes/programme/sectors.tsx'),
    route('program/:id/tahap', 'routes/programme/tranches.tsx'),
    route('program/:id/buka', 'routes/programme/opening.tsx'),
    route('program/:id/tutup', 'routes/programme/closure.tsx'),
  ]),

  ...stage('intake', []),

  ...stage('beneficiaries', []),

  ...stage('verification', [
    route('verifikasi', 'routes/verification/queue.tsx'),
    route('verifikasi/peringkat', 'routes/verification/rank.tsx'),
    route('verifikasi/sanggahan', 'routes/verification/objections.tsx'),
    route('verifikasi/sanggahan/pengumuman', 'routes/verification/publication.tsx'),
    route('verifikasi/sanggahan/:periodId', 'routes/verification/period.tsx'),
    route('verifikasi/sanggahan/:periodId/jawaban/:objectionId', 'routes/verification/objection-answer.tsx'),
    route('verifikasi/daftar-tunggu', 'routes/verification/waitlist.tsx'),
    route('verifikasi/keputusan', 'routes/verification/decrees.tsx'),
    route('verifikasi/keputusan/baru', 'routes/verification/new-decree.tsx'),
    route('verifikasi/keputusan/:decreeId', 'routes/verification/decree.tsx'),
    route('verifikasi/:id', 'routes/verification/candidate.tsx'),
    route('verifikasi/:id/foto', 'routes/verification/photo.tsx'),
    route('verifikasi/:id/pengajuan-ulang', 'routes/verification/resubmission.tsx'),
  ]),
  route('verifikasi/sanggahan/:periodId/daftar.pdf', 'routes/verification/published-list.pdf.ts'),
  route('verifikasi/keputusan/:decreeId/lampiran.pdf', 'routes/verification/annex.pdf.ts'),
  route('verifikasi/:id/surat.pdf', 'routes/verification/letter.pdf.ts'),

  ...stage('training', [
    route('pelatihan', 'routes/training/cohorts.tsx'),
    route('pelatihan/baru', 'routes/training/new-cohort.tsx'),
    route('pelatihan/:cohortId', 'routes/training/cohort.tsx'),
    route('pelatihan/:cohortId/ubah', 'routes/training/change-cohort.tsx'),
    route('pelatihan/:cohortId/jadwal', 'routes/training/schedule.tsx'),
    route('pelatihan/:cohortId/peserta', 'routes/training/enrol.tsx'),
    route('pelatihan/:cohortId/tutup', 'routes/training/close.tsx'),
    route('pelatihan/sesi/:sessionId', 'routes/training/session.tsx'),
    route('pelatihan/sesi/:sessionId/ubah', 'routes/training/change-session.tsx'),
    route('pelatihan/sesi/:sessionId/batal', 'routes/training/cancel-session.tsx'),
    route('pelatihan/sesi/:sessionId/urungkan', 'routes/training/undo.tsx'),
    route('pelatihan/peserta/:enrolmentId', 'routes/training/participant.tsx'),
    route('pelatihan/peserta/:enrolmentId/saran', 'routes/training/recommendation.tsx'),
    route('pelatihan/peserta/:enrolmentId/keluar', 'routes/training/leave.tsx'),
  ]),
  route('pelatihan/:cohortId/sertifikat.pdf', 'routes/training/certificates.pdf.ts'),
  route('pelatihan/peserta/:enrolmentId/sertifikat.pdf', 'routes/training/certificate.pdf.ts'),

  ...stage('enterprise', [
    route('usaha', 'routes/enterprise/queue.tsx'),
    route('usaha/:beneficiaryId', 'routes/enterprise/person.tsx'),
    route('usaha/:beneficiaryId/rencana', 'routes/enterprise/plan.tsx'),
    route('usaha/:beneficiaryId/ajukan', 'routes/enterprise/submit.tsx'),
    route('usaha/:beneficiaryId/terima', 'routes/enterprise/accept.tsx'),
    route('usaha/:beneficiaryId/kembalikan', 'routes/enterprise/send-back.tsx'),
  ]),

  ...stage('disbursement', []),

  ...stage('audit', []),

  ...stage('help', [
    route('bantuan', 'routes/help/guide.tsx'),
    route('bantuan/:page', 'routes/help/guide-page.tsx'),
  ]),
  route('bantuan/gambar/:file', 'routes/help/image.ts'),

  route('bahasa', 'routes/shell/language.ts'),
  route('tema', 'routes/shell/theme.ts'),
  route('*', 'routes/shell/missing.tsx'),
] satisfies RouteConfig
