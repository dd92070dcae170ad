-- Reason: a mark says at which version of its session it was decided, so that two people at once, an undo and a later
-- correction can be told apart; and a plan is never accepted by somebody who wrote it.

ALTER TABLE "attendance_mark" ADD COLUMN "session_version" INTEGER NOT NULL;
ALTER TABLE "business_plan" ADD COLUMN "drafters" UUID[] DEFAULT ARRAY[]::UUID[];
ALTER TABLE business_plan ADD CONSTRAINT business_plan_two_people
  CHECK (status <> 'accepted' OR (decided_by IS NOT NULL AND decided_by <> drafted_by AND NOT (decided_by = ANY (drafters))));
CREATE INDEX business_plan_waiting ON business_plan (submitted_at) WHERE status = 'submitted';

-- Two people with one reach look at the same trainer and hall: the diary of both is read by time.
CREATE INDEX training_session_by_time ON training_session (starts_at) WHERE status <> 'cancelled';
