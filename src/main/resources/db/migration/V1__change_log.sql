-- Every write adds a row here in its own transaction; seq is given after the commit, in the order of becoming visible.
create table change_log (
    ticket bigint generated always as identity primary key,
    seq bigint unique,
    entity text not null,
    id uuid not null,
    op text not null check (op in ('upsert', 'delete', 'redact')),
    at timestamptz not null
);
create index change_log_unnumbered on change_log (ticket) where seq is null;
create sequence change_seq;
