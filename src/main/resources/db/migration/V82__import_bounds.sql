-- Findings beyond those that a report keeps, so that it can say how many more there were.
alter table import_run add column findings_left_out bigint not null default 0;
create index import_run_of on import_run (actor, received_at);
