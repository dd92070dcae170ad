import { randomBytes } from 'node:crypto'
import { createDemoAccounts } from '~/domain/account/demo-accounts.server'
import { issueDecree } from '~/domain/verification/issue-decree.server'
import { now, today } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { openAccounts } from './accounts'
import { Calendar } from './calendar'
import { accompany, Inventor, importFile } from './candidates'
import { Cast, hireTrainers } from './cast'
import { finishClass, holdClass, logPastSessions } from './classes'
import { decideCandidates, publishForObjections, type Verdict } from './decisions'
import { leaveTheRoad } from './exits'
import { runBatch } from './payments'
import type { Invented } from './people'
import { makePlans } from './plans'
import { type DemoProgramme, openDemoYear } from './programme'
import { Dice } from './random'
import { CLASS_SIZE, OWN_FILE, REGENCIES, type RegencyPlan } from './regencies'

const SEED = 640_026
const STEPS_OF_A_REGENCY = 5

export type Report = (done: number, total: number, what: string) => void

/**
 * Fills an empty database with the demonstration year: about 1,500 invented people in real villages at every stage,
 * made through the domain's own commands from a fixed seed, dated back from today.
 */
export async function loadDemo(report: Report): Promise<void> {
  const calendar = new Calendar(today(), now())
  const demo = new Demo(calendar, report)
  await demo.load()
}

class Demo {
  private readonly dice = new Dice(SEED)
  private readonly total = REGENCIES.length * STEPS_OF_A_REGENCY + 7
  private readonly known = new Map<string, Invented>()
  private readonly names = new Map<string, string>()
  private done = 0
  private cast!: Cast
  private programme!: DemoProgramme
  private inventor!: Inventor

  constructor(
    private readonly calendar: Calendar,
    private readonly report: Report,
  ) {}

  async load(): Promise<void> {
    await createDemoAccounts(undefined, this.calendar.at(150))
    const admin = (await Cast.gather()).one('admin')
    await hireTrainers(admin, this.calendar.at(149), randomBytes(18).toString('base64url'))
    this.cast = await Cast.gather()
    this.step('akun')
    this.programme = await openDemoYear(admin, this.calendar)
    this.inventor = new Inventor(this.dice, this.calendar.fiscalYear)
    const regions = await db.region.findMany({
      where: { level: 'regency' },
      select: { code: true, name: true },
    })
    for (const { code, name } of regions) this.names.set(code, name.replace(/^(Kabupaten|Kota) /, ''))
    this.step('program')
    await this.propose()
    for (const regency of REGENCIES) await this.verify(regency)
    await this.decree()
    for (const regency of REGENCIES) await this.train(regency)
    for (const [index, regency] of REGENCIES.entries()) await this.settle(regency, index)
    await this.pay()
    await this.welcomeNewcomers()
    for (const regency of REGENCIES) await this.verifyNewcomers(regency)
    await this.publishNewList()
  }

  private step(what: string): void {
    this.done += 1
    this.report(Math.min(this.done, this.total), this.total, what)
  }

  private nameOf(code: string): string {
    return this.names.get(code) ?? code
  }

  private idsAt(
    regencyCode: string,
    status: string,
    take?: number,
  ): Promise<{ id: string; number: number; name: string }[]> {
    return db.beneficiary.findMany({
      where: { programmeId: this.programme.id, regencyCode, status },
      orderBy: { number: 'asc' },
      select: { id: true, number: true, name: true },
      ...(take === undefined ? {} : { take }),
    })
  }

  private async propose(): Promise<void> {
    const invented = new Map<string, Invented[]>()
    for (const { code, candidates } of REGENCIES)
      invented.set(code, await this.inventor.people(code, candidates))
    const of = (codes: string[]) => codes.flatMap((code) => invented.get(code) ?? [])
    for (const code of OWN_FILE) {
      const name = `usulan-${this.nameOf(code).toLowerCase().replaceAll(' ', '-')}.csv`
      const file = { programmeId: this.programme.id, regencyCode: code, name, people: of([code]) }
      await importFile(this.cast.in('koordinator', code), file, this.calendar.at(112))
    }
    const others = REGENCIES.map((regency) => regency.code).filter((code) => !OWN_FILE.includes(code))
    const file = { programmeId: this.programme.id, name: 'usulan-kabupaten-kota.csv', people: of(others) }
    await importFile(this.cast.one('koordinator'), file, this.calendar.at(111))
    for (const { code } of REGENCIES) {
      const people = invented.get(code) ?? []
      for (const [index, person] of (await this.idsAt(code, 'proposed')).entries()) {
        const known = people[index]
        if (known) this.known.set(person.id, known)
      }
    }
    this.step('usulan')
  }

  private async verify({ code }: RegencyPlan): Promise<void> {
    const proposed = await this.idsAt(code, 'proposed')
    const decided = proposed.slice(0, Math.floor(proposed.length * 0.97))
    const verdicts = decided.map(({ id }, index): { id: string; verdict: Verdict } => ({
      id,
      verdict: index % 29 === 7 ? 'rejected' : index % 41 === 11 ? 'sent_back' : 'verified',
    }))
    await decideCandidates(this.calendar, this.dice, this.cast.in('verifikator', code), verdicts, 96)
    this.step(`verifikasi ${this.nameOf(code)}`)
  }

  private async decree(): Promise<void> {
    const coordinator = this.cast.one('koordinator')
    const regencyCodes = REGENCIES.map((regency) => regency.code)
    await publishForObjections(this.calendar, coordinator, this.programme.id, regencyCodes, 90, true)
    await issueDecree(
      coordinator,
      {
        programmeId: this.programme.id,
        number: `460/118/DINSOS/${this.calendar.fiscalYear}`,
        datedOn: this.calendar.day(78),
        subject: `Penetapan Penerima Bantuan Usaha Ekonomi Produktif Tahun ${this.calendar.fiscalYear}`,
        regencyCodes,
      },
      this.calendar.at(78, 14),
    )
    this.step('keputusan penetapan')
  }

  private async train({ code, classes }: RegencyPlan): Promise<void> {
    const staff = { coordinator: this.cast.in('koordinator', code), trainer: this.cast.trainerIn(code) }
    const decreed = await this.idsAt(code, 'decreed')
    await accompany(
      staff.coordinator,
      this.cast.in('pendamping', code),
      decreed.map((person) => person.id),
      this.calendar,
      76,
    )
    const common = { programmeId: this.programme.id, regencyCode: code, regencyName: this.nameOf(code) }
    const first = { label: 'I', firstDaysAgo: 66, everyDays: 3, enrolledDaysAgo: 70 }
    for (let slot = 0; slot < classes; slot += 1) {
      const people = decreed.slice(slot * CLASS_SIZE, (slot + 1) * CLASS_SIZE).map((person) => person.id)
      if (people.length === 0) break
      const { cohortId } = await holdClass(this.calendar, staff, first, {
        ...common,
        people,
        slot,
        number: slot + 1,
      })
      const oftenAbsent = new Set(people.filter((_, index) => index % 14 === 5))
      await logPastSessions(this.calendar, this.dice, staff.trainer, cohortId, { oftenAbsent })
      await finishClass(this.calendar, this.dice, staff, cohortId, 42)
    }
    this.step(`pelatihan ${this.nameOf(code)}`)
    const second = { label: 'II', firstDaysAgo: 12, everyDays: 3, enrolledDaysAgo: 16 }
    const rest = decreed.slice(classes * CLASS_SIZE, (classes + 1) * CLASS_SIZE).map((person) => person.id)
    if (rest.length > 0) {
      const { cohortId } = await holdClass(this.calendar, staff, second, {
        ...common,
        people: rest,
        slot: 1,
        number: classes + 1,
      })
      await logPastSessions(this.calendar, this.dice, staff.trainer, cohortId, {
        oftenAbsent: new Set(rest.slice(0, 2)),
        leaveOut: 1,
      })
    }
    this.step(`angkatan berjalan ${this.nameOf(code)}`)
  }

  private async settle({ code }: RegencyPlan, index: number): Promise<void> {
    const staff = {
      coordinator: this.cast.in('koordinator', code),
      companion: this.cast.in('pendamping', code),
      verifier: this.cast.in('verifikator', code),
    }
    const trained = await this.idsAt(code, 'trained')
    const planned = trained.slice(0, Math.ceil(trained.length * 0.92)).map(({ id }, at) => ({
      id,
      stage:
        at % 17 === 3 ? ('draft' as const) : at % 13 === 5 ? ('submitted' as const) : ('accepted' as const),
    }))
    await makePlans(this.calendar, this.dice, staff, planned, 36)
    const assigned = await this.idsAt(code, 'assigned')
    const people = assigned.flatMap(({ id, name }) => {
      const invented = this.known.get(id)
      return invented
        ? [{ id, name, account: { bankCode: invented.bankCode, accountNumber: invented.accountNumber } }]
        : []
    })
    await openAccounts(this.calendar, this.dice, staff, people, 30)
    await leaveTheRoad(this.calendar, staff, this.programme.id, code, index)
    this.step(`usaha dan rekening ${this.nameOf(code)}`)
  }

  private async pay(): Promise<void> {
    const year = this.calendar.fiscalYear
    const batches = [
      {
        title: `Tahap I ${year}: Samarinda`,
        regencyCodes: ['64.72'],
        stage: 'answered' as const,
        daysAgo: 24,
      },
      {
        title: `Tahap I ${year}: Balikpapan`,
        regencyCodes: ['64.71'],
        stage: 'answered' as const,
        daysAgo: 20,
      },
      {
        title: `Tahap I ${year}: Kutai Kartanegara`,
        regencyCodes: ['64.02'],
        stage: 'sent' as const,
        daysAgo: 12,
      },
      { title: `Tahap I ${year}: Berau`, regencyCodes: ['64.03'], stage: 'approved' as const, daysAgo: 8 },
      {
        title: `Tahap I ${year}: Kutai Timur`,
        regencyCodes: ['64.08'],
        stage: 'submitted' as const,
        daysAgo: 4,
      },
      {
        title: `Tahap I ${year}: Paser dan Penajam Paser Utara`,
        regencyCodes: ['64.01', '64.09'],
        stage: 'half_approved' as const,
        daysAgo: 5,
      },
      { title: `Tahap I ${year}: Bontang`, regencyCodes: ['64.74'], stage: 'draft' as const, daysAgo: 1 },
    ]
    for (const batch of batches) await runBatch(this.calendar, this.dice, this.cast, this.programme, batch)
    this.step('penyaluran')
  }

  private async welcomeNewcomers(): Promise<void> {
    const people: Invented[] = []
    for (const { code, newcomers } of REGENCIES) people.push(...(await this.inventor.people(code, newcomers)))
    const programmeId = this.programme.id
    await importFile(
      this.cast.one('koordinator'),
      { programmeId, name: 'usulan-tambahan.csv', people },
      this.calendar.at(11),
    )
    for (const code of ['64.71', '64.72']) {
      const inHand = {
        programmeId,
        regencyCode: code,
        name: `usulan-susulan-${this.nameOf(code).toLowerCase()}.csv`,
        people: await this.inventor.people(code, 6),
      }
      await importFile(this.cast.in('koordinator', code), inHand, this.calendar.at(0, 8), false)
    }
    this.step('usulan tambahan')
  }

  private async verifyNewcomers({ code, newcomers }: RegencyPlan): Promise<void> {
    const waiting = await this.idsAt(code, 'proposed')
    const decided = waiting.slice(-Math.floor(newcomers / 2)).map(({ id }, index) => ({
      id,
      verdict: index === 0 ? ('sent_back' as const) : ('verified' as const),
    }))
    await decideCandidates(this.calendar, this.dice, this.cast.in('verifikator', code), decided, 6)
    this.step(`verifikasi tambahan ${this.nameOf(code)}`)
  }

  private async publishNewList(): Promise<void> {
    const regencyCodes = REGENCIES.map((regency) => regency.code)
    await publishForObjections(
      this.calendar,
      this.cast.one('koordinator'),
      this.programme.id,
      regencyCodes,
      3,
      false,
    )
    this.step('pengumuman')
  }
}
