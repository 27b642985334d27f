-- Mail that waits for an SMTP server. Whom it goes to and the link in it are sealed; a row goes when its mail has gone.
create table mail_outbox (
    id uuid primary key,
    kind text not null,
    sealed bytea not null,
    attempts integer not null default 0,
    since timestamptz not null,
    next_attempt_at timestamptz not null
);
create index mail_outbox_due on mail_outbox (next_attempt_at);
