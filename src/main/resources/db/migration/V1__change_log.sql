-- What was changed, written with the change itself: one row for each call of ChangeLog.append, its changes side by side.
-- Rows are numbered after the commit, so that order of number is order of becoming visible. A change then has the number
-- last_seq - size + its place (from 1). The row with the highest number is never removed: the next one counts from it.
create table change_log (
    ticket bigint generated always as identity primary key,
    last_seq bigint,
    size integer not null check (size > 0),
    entities text[] not null check (cardinality(entities) = size),
    ids uuid[] not null check (cardinality(ids) = size),
    ops text[] not null check (cardinality(ops) = size),
    at timestamptz not null
);
create unique index change_log_order on change_log (last_seq) where last_seq is not null;
create index change_log_unnumbered on change_log (ticket) where last_seq is null;
