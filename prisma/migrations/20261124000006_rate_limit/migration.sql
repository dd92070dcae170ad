-- Reason: counts of failed sign-ins are shared by all server processes; the columns are those that rate-limiter-flexible reads.
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- A mail holds a way into an account only until it has left.
ALTER TABLE "outbox_mail" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'notice';
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_kind" CHECK (kind IN ('notice', 'password_reset'));

CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");
CREATE INDEX "user_account_name_idx" ON "user_account"("name", "id");
