-- Reason: the tables of the first programme year, exactly as schema.prisma says them.

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_code" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "population" INTEGER,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "poverty_figure" (
    "area_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "poor_percent" DECIMAL(6,2),
    "poor_thousand" DECIMAL(10,2),
    "poverty_line_rupiah" BIGINT,
    "source" TEXT NOT NULL,

    CONSTRAINT "poverty_figure_pkey" PRIMARY KEY ("area_code","year","month")
);

-- CreateTable
CREATE TABLE "bank" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,

    CONSTRAINT "bank_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "sector" (
    "code" TEXT NOT NULL,
    "name_id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "sort_order" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sector_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'id',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "totp_secret_enc" BYTEA,
    "totp_confirmed_at" TIMESTAMPTZ(6),
    "totp_last_step" BIGINT,
    "deactivated_at" TIMESTAMPTZ(6),
    "password_changed_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "regency_code" TEXT,
    "expires_on" DATE,
    "granted_by" UUID,
    "granted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_policy" (
    "role" TEXT NOT NULL,
    "second_factor_required" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "role_policy_pkey" PRIMARY KEY ("role")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(6),
    "confirmed_at" TIMESTAMPTZ(6),
    "browser" TEXT,
    "remote_address" TEXT,
    "ended_at" TIMESTAMPTZ(6),
    "ended_reason" TEXT,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body_text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),
    "error" TEXT,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "key" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "started_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "transaction_id" BIGINT NOT NULL DEFAULT (pg_current_xact_id())::text::bigint,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "beneficiary_id" UUID,
    "programme_id" UUID,
    "regency_code" TEXT,
    "facts" JSONB NOT NULL,
    "personal_enc" BYTEA,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_key" (
    "beneficiary_id" UUID NOT NULL,
    "wrapped_key" BYTEA,
    "destroyed_at" TIMESTAMPTZ(6),

    CONSTRAINT "person_key_pkey" PRIMARY KEY ("beneficiary_id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "budget_rupiah" BIGINT NOT NULL,
    "attendance_percent" INTEGER NOT NULL,
    "excused_leave_denominator" BOOLEAN NOT NULL,
    "approval_threshold_rupiah" BIGINT NOT NULL,
    "objection_days" INTEGER NOT NULL,
    "earlier_recipients" TEXT NOT NULL,
    "same_family_card" TEXT NOT NULL,
    "debtor_name" TEXT,
    "debtor_bank_code" TEXT,
    "debtor_account_enc" BYTEA,
    "next_person_number" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_version" (
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_version_pkey" PRIMARY KEY ("programme_id","version")
);

-- CreateTable
CREATE TABLE "programme_quota" (
    "programme_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,

    CONSTRAINT "programme_quota_pkey" PRIMARY KEY ("programme_id","regency_code")
);

-- CreateTable
CREATE TABLE "programme_sector" (
    "programme_id" UUID NOT NULL,
    "sector_code" TEXT NOT NULL,
    "ceiling_rupiah" BIGINT NOT NULL,
    "form" TEXT NOT NULL,

    CONSTRAINT "programme_sector_pkey" PRIMARY KEY ("programme_id","sector_code")
);

-- CreateTable
CREATE TABLE "programme_tranche" (
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "quarter" TEXT NOT NULL,
    "share_bp" INTEGER NOT NULL,

    CONSTRAINT "programme_tranche_pkey" PRIMARY KEY ("programme_id","number")
);

-- CreateTable
CREATE TABLE "past_recipient" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "nik_hash" BYTEA NOT NULL,
    "kk_hash" BYTEA,
    "source" TEXT NOT NULL,

    CONSTRAINT "past_recipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "beneficiary" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "status_since" TIMESTAMPTZ(6) NOT NULL,
    "regency_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "nik_enc" BYTEA NOT NULL,
    "kk_enc" BYTEA NOT NULL,
    "phone_enc" BYTEA,
    "birth_place" TEXT,
    "birth_date" DATE NOT NULL,
    "sex" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "rt" TEXT,
    "rw" TEXT,
    "decile" INTEGER,
    "dtsen_version" TEXT,
    "matched_on" DATE,
    "monthly_income_rupiah" BIGINT,
    "household_size" INTEGER,
    "income_per_head_rupiah" BIGINT,
    "wished_sector" TEXT,
    "note" TEXT,
    "sector_code" TEXT,
    "cohort_id" UUID,
    "on_hold" BOOLEAN NOT NULL DEFAULT false,
    "registered_by" UUID NOT NULL,
    "registered_at" TIMESTAMPTZ(6) NOT NULL,
    "intake_file_id" UUID,
    "companion_id" UUID,
    "rank" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "beneficiary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_hash" (
    "beneficiary_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "programme_id" UUID NOT NULL,

    CONSTRAINT "identity_hash_pkey" PRIMARY KEY ("beneficiary_id","kind","key_id")
);

-- CreateTable
CREATE TABLE "beneficiary_move" (
    "id" BIGSERIAL NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT NOT NULL,
    "reason" TEXT,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "beneficiary_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "involvement" (
    "id" BIGSERIAL NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "deed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "involvement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_balance" (
    "programme_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,

    CONSTRAINT "status_balance_pkey" PRIMARY KEY ("programme_id","regency_code","status")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(6),
    "lifted_by" UUID,
    "lifted_at" TIMESTAMPTZ(6),
    "lift_reason" TEXT,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exit_proposal" (
    "id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "to_status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "decision" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "decision_note" TEXT,

    CONSTRAINT "exit_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "heir" (
    "id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nik_enc" BYTEA NOT NULL,
    "relation" TEXT NOT NULL,
    "death_letter_document" UUID NOT NULL,
    "heir_document" UUID NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(6),

    CONSTRAINT "heir_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_document" (
    "id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(6),
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "device" TEXT,
    "original_sha256" TEXT,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL,
    "removed_at" TIMESTAMPTZ(6),
    "removed_by" UUID,

    CONSTRAINT "case_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_account" (
    "id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "heir_id" UUID,
    "bank_code" TEXT NOT NULL,
    "number_enc" BYTEA NOT NULL,
    "holder_name" TEXT NOT NULL,
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT,
    "inquiry_name" TEXT,
    "match_percent" INTEGER,
    "verified_by" UUID,
    "verified_at" TIMESTAMPTZ(6),
    "refused_by" UUID,
    "refused_at" TIMESTAMPTZ(6),
    "refused_reason" TEXT,
    "superseded_at" TIMESTAMPTZ(6),

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_file" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "regency_code" TEXT,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "mapping" JSONB,
    "dtsen_version" TEXT,
    "problems" JSONB,
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "accepted_rows" INTEGER NOT NULL DEFAULT 0,
    "warning_rows" INTEGER NOT NULL DEFAULT 0,
    "rejected_rows" INTEGER NOT NULL DEFAULT 0,
    "written_rows" INTEGER NOT NULL DEFAULT 0,
    "job_run_id" UUID,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "intake_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_row" (
    "file_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "values_enc" BYTEA NOT NULL,
    "problems" JSONB NOT NULL,

    CONSTRAINT "intake_row_pkey" PRIMARY KEY ("file_id","row_number")
);

-- CreateTable
CREATE TABLE "remembered_header" (
    "header" TEXT NOT NULL,
    "column_name" TEXT NOT NULL,
    "answered_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "remembered_header_pkey" PRIMARY KEY ("header")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "visited_on" DATE,
    "checklist" JSONB NOT NULL,
    "findings" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection_period" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "published_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "published_by" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL,
    "persons" INTEGER NOT NULL,

    CONSTRAINT "objection_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection_period_entry" (
    "period_id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "objection_period_entry_pkey" PRIMARY KEY ("period_id","beneficiary_id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "from_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "answer" TEXT,
    "upheld" BOOLEAN,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decree" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "dated_on" DATE NOT NULL,
    "amends_id" UUID,
    "subject" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,
    "total_rupiah" BIGINT NOT NULL,
    "issued_by" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "decree_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decree_line" (
    "decree_id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "line_number" INTEGER NOT NULL,
    "ceiling_rupiah" BIGINT NOT NULL,
    "regency_code" TEXT NOT NULL,

    CONSTRAINT "decree_line_pkey" PRIMARY KEY ("decree_id","beneficiary_id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "sector_code" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort_trainer" (
    "cohort_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "cohort_trainer_pkey" PRIMARY KEY ("cohort_id","user_id")
);

-- CreateTable
CREATE TABLE "training_session" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "trainer_id" UUID NOT NULL,
    "venue" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "training_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "enrolled_at" TIMESTAMPTZ(6) NOT NULL,
    "enrolled_by" UUID NOT NULL,
    "outcome" TEXT,
    "outcome_reason" TEXT,
    "present_count" INTEGER,
    "session_count" INTEGER,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "session_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "marked_by" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("session_id","enrolment_id")
);

-- CreateTable
CREATE TABLE "attendance_mark" (
    "id" BIGSERIAL NOT NULL,
    "session_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "mark" TEXT,
    "marked_by" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "reason" TEXT,

    CONSTRAINT "attendance_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sector_recommendation" (
    "id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "sector_code" TEXT NOT NULL,
    "note" TEXT,
    "recommended_by" UUID NOT NULL,
    "recommended_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sector_recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "business_plan" (
    "id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "sector_code" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "total_rupiah" BIGINT NOT NULL DEFAULT 0,
    "drafted_by" UUID NOT NULL,
    "drafted_at" TIMESTAMPTZ(6) NOT NULL,
    "submitted_by" UUID,
    "submitted_at" TIMESTAMPTZ(6),
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "decision_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "business_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_line" (
    "plan_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "unit_price_rupiah" BIGINT NOT NULL,
    "total_rupiah" BIGINT NOT NULL,

    CONSTRAINT "plan_line_pkey" PRIMARY KEY ("plan_id","line_number")
);

-- CreateTable
CREATE TABLE "grant" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "sector_code" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,
    "granted_by" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tranche" (
    "id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "sector_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "quarter" TEXT NOT NULL,
    "share_bp" INTEGER NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,
    "form" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "cancelled_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tranche_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "quarter" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "prepared_by" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(6) NOT NULL,
    "submitted_by" UUID,
    "submitted_at" TIMESTAMPTZ(6),
    "frozen_count" INTEGER,
    "frozen_total_rupiah" BIGINT,
    "approvals_needed" INTEGER,
    "approved_at" TIMESTAMPTZ(6),
    "sp2d_number" TEXT,
    "sp2d_on" DATE,
    "sp2d_amount_rupiah" BIGINT,
    "sp2d_by" UUID,
    "sp2d_at" TIMESTAMPTZ(6),
    "exported_by" UUID,
    "exported_at" TIMESTAMPTZ(6),
    "export_sha256" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "sector_code" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "line_number" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "previous_id" UUID,
    "reference" TEXT NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "payee_name" TEXT,
    "bank_code" TEXT,
    "account_enc" BYTEA,
    "bank_account_id" UUID,
    "gates" JSONB,
    "settled_on" DATE,
    "reason_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_move" (
    "id" BIGSERIAL NOT NULL,
    "payment_id" UUID NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT NOT NULL,
    "reason" TEXT,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "payment_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_approval" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "level" INTEGER NOT NULL,
    "approver_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "batch_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_file" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "control_count" INTEGER NOT NULL,
    "control_total_rupiah" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL,
    "posted_by" UUID,
    "posted_at" TIMESTAMPTZ(6),
    "confirmed_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "bank_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_file_line" (
    "file_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,
    "bank_status" TEXT NOT NULL,
    "dated_on" DATE,
    "reason_code" TEXT,
    "payment_id" UUID,
    "verdict" TEXT NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "bank_file_line_pkey" PRIMARY KEY ("file_id","line_number")
);

-- CreateTable
CREATE TABLE "bank_entry" (
    "identity" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,
    "dated_on" DATE NOT NULL,
    "posted_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "bank_entry_pkey" PRIMARY KEY ("identity")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "posting_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,
    "programme_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "sector_code" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "beneficiary_id" UUID,
    "payment_id" UUID,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "money_balance" (
    "programme_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "regency_code" TEXT NOT NULL,
    "sector_code" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,

    CONSTRAINT "money_balance_pkey" PRIMARY KEY ("programme_id","account","regency_code","sector_code","quarter")
);

-- CreateIndex
CREATE INDEX "region_parent_code_idx" ON "region"("parent_code");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_session_token_hash_key" ON "user_session"("token_hash");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE INDEX "password_reset_user_id_idx" ON "password_reset"("user_id");

-- CreateIndex
CREATE INDEX "outbox_mail_created_at_idx" ON "outbox_mail"("created_at");

-- CreateIndex
CREATE INDEX "submission_at_idx" ON "submission"("at");

-- CreateIndex
CREATE INDEX "job_run_kind_subject_id_idx" ON "job_run"("kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_id_idx" ON "audit_event"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_beneficiary_id_id_idx" ON "audit_event"("beneficiary_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_kind_id_idx" ON "audit_event"("kind", "id");

-- CreateIndex
CREATE INDEX "audit_event_regency_code_id_idx" ON "audit_event"("regency_code", "id");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "programme_code_key" ON "programme"("code");

-- CreateIndex
CREATE INDEX "programme_status_idx" ON "programme"("status");

-- CreateIndex
CREATE INDEX "past_recipient_key_id_kk_hash_idx" ON "past_recipient"("key_id", "kk_hash");

-- CreateIndex
CREATE UNIQUE INDEX "past_recipient_key_id_nik_hash_year_key" ON "past_recipient"("key_id", "nik_hash", "year");

-- CreateIndex
CREATE UNIQUE INDEX "beneficiary_programme_id_number_key" ON "beneficiary"("programme_id", "number");

-- CreateIndex
CREATE INDEX "identity_hash_kind_key_id_hash_idx" ON "identity_hash"("kind", "key_id", "hash");

-- CreateIndex
CREATE INDEX "beneficiary_move_beneficiary_id_id_idx" ON "beneficiary_move"("beneficiary_id", "id");

-- CreateIndex
CREATE INDEX "involvement_beneficiary_id_user_id_idx" ON "involvement"("beneficiary_id", "user_id");

-- CreateIndex
CREATE INDEX "hold_beneficiary_id_idx" ON "hold"("beneficiary_id");

-- CreateIndex
CREATE INDEX "exit_proposal_beneficiary_id_idx" ON "exit_proposal"("beneficiary_id");

-- CreateIndex
CREATE INDEX "heir_beneficiary_id_idx" ON "heir"("beneficiary_id");

-- CreateIndex
CREATE INDEX "case_document_beneficiary_id_idx" ON "case_document"("beneficiary_id");

-- CreateIndex
CREATE INDEX "case_document_sha256_idx" ON "case_document"("sha256");

-- CreateIndex
CREATE INDEX "bank_account_beneficiary_id_idx" ON "bank_account"("beneficiary_id");

-- CreateIndex
CREATE INDEX "intake_file_programme_id_uploaded_at_idx" ON "intake_file"("programme_id", "uploaded_at");

-- CreateIndex
CREATE INDEX "intake_file_sha256_idx" ON "intake_file"("sha256");

-- CreateIndex
CREATE INDEX "intake_row_file_id_verdict_row_number_idx" ON "intake_row"("file_id", "verdict", "row_number");

-- CreateIndex
CREATE INDEX "verification_beneficiary_id_idx" ON "verification"("beneficiary_id");

-- CreateIndex
CREATE INDEX "objection_period_programme_id_regency_code_idx" ON "objection_period"("programme_id", "regency_code");

-- CreateIndex
CREATE INDEX "objection_period_entry_beneficiary_id_idx" ON "objection_period_entry"("beneficiary_id");

-- CreateIndex
CREATE INDEX "objection_period_id_idx" ON "objection"("period_id");

-- CreateIndex
CREATE INDEX "objection_beneficiary_id_idx" ON "objection"("beneficiary_id");

-- CreateIndex
CREATE UNIQUE INDEX "decree_number_key" ON "decree"("number");

-- CreateIndex
CREATE INDEX "decree_programme_id_dated_on_idx" ON "decree"("programme_id", "dated_on");

-- CreateIndex
CREATE INDEX "decree_line_beneficiary_id_idx" ON "decree_line"("beneficiary_id");

-- CreateIndex
CREATE INDEX "cohort_programme_id_regency_code_idx" ON "cohort"("programme_id", "regency_code");

-- CreateIndex
CREATE INDEX "cohort_trainer_user_id_idx" ON "cohort_trainer"("user_id");

-- CreateIndex
CREATE INDEX "training_session_cohort_id_starts_at_idx" ON "training_session"("cohort_id", "starts_at");

-- CreateIndex
CREATE INDEX "training_session_trainer_id_starts_at_idx" ON "training_session"("trainer_id", "starts_at");

-- CreateIndex
CREATE INDEX "enrolment_cohort_id_idx" ON "enrolment"("cohort_id");

-- CreateIndex
CREATE INDEX "enrolment_beneficiary_id_idx" ON "enrolment"("beneficiary_id");

-- CreateIndex
CREATE INDEX "attendance_enrolment_id_idx" ON "attendance"("enrolment_id");

-- CreateIndex
CREATE INDEX "attendance_mark_session_id_enrolment_id_id_idx" ON "attendance_mark"("session_id", "enrolment_id", "id");

-- CreateIndex
CREATE INDEX "sector_recommendation_beneficiary_id_idx" ON "sector_recommendation"("beneficiary_id");

-- CreateIndex
CREATE INDEX "business_plan_beneficiary_id_idx" ON "business_plan"("beneficiary_id");

-- CreateIndex
CREATE INDEX "business_plan_status_idx" ON "business_plan"("status");

-- CreateIndex
CREATE UNIQUE INDEX "grant_beneficiary_id_key" ON "grant"("beneficiary_id");

-- CreateIndex
CREATE UNIQUE INDEX "grant_plan_id_key" ON "grant"("plan_id");

-- CreateIndex
CREATE INDEX "grant_programme_id_idx" ON "grant"("programme_id");

-- CreateIndex
CREATE INDEX "tranche_programme_id_quarter_status_regency_code_idx" ON "tranche"("programme_id", "quarter", "status", "regency_code");

-- CreateIndex
CREATE INDEX "tranche_beneficiary_id_idx" ON "tranche"("beneficiary_id");

-- CreateIndex
CREATE UNIQUE INDEX "tranche_grant_id_number_key" ON "tranche"("grant_id", "number");

-- CreateIndex
CREATE INDEX "batch_programme_id_status_idx" ON "batch"("programme_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "batch_programme_id_number_key" ON "batch"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "payment_previous_id_key" ON "payment"("previous_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_reference_key" ON "payment"("reference");

-- CreateIndex
CREATE INDEX "payment_tranche_id_idx" ON "payment"("tranche_id");

-- CreateIndex
CREATE INDEX "payment_beneficiary_id_idx" ON "payment"("beneficiary_id");

-- CreateIndex
CREATE INDEX "payment_batch_id_status_idx" ON "payment"("batch_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "payment_batch_id_line_number_key" ON "payment"("batch_id", "line_number");

-- CreateIndex
CREATE INDEX "payment_move_payment_id_id_idx" ON "payment_move"("payment_id", "id");

-- CreateIndex
CREATE INDEX "batch_approval_batch_id_idx" ON "batch_approval"("batch_id");

-- CreateIndex
CREATE INDEX "bank_file_programme_id_uploaded_at_idx" ON "bank_file"("programme_id", "uploaded_at");

-- CreateIndex
CREATE INDEX "bank_file_line_payment_id_idx" ON "bank_file_line"("payment_id");

-- CreateIndex
CREATE INDEX "bank_entry_payment_id_idx" ON "bank_entry"("payment_id");

-- CreateIndex
CREATE INDEX "ledger_entry_posting_id_idx" ON "ledger_entry"("posting_id");

-- CreateIndex
CREATE INDEX "ledger_entry_payment_id_idx" ON "ledger_entry"("payment_id");

-- CreateIndex
CREATE INDEX "ledger_entry_programme_id_account_regency_code_sector_code__idx" ON "ledger_entry"("programme_id", "account", "regency_code", "sector_code", "quarter");

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_quota" ADD CONSTRAINT "programme_quota_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_sector" ADD CONSTRAINT "programme_sector_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_tranche" ADD CONSTRAINT "programme_tranche_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "business_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tranche" ADD CONSTRAINT "tranche_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_tranche_id_fkey" FOREIGN KEY ("tranche_id") REFERENCES "tranche"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_approval" ADD CONSTRAINT "batch_approval_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_file_line" ADD CONSTRAINT "bank_file_line_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "bank_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
