-- What readers say is wrong in a service: their words, how they want to be credited, and nothing of who they are. A code
-- itself is never here. A row goes when it is rejected or withdrawn.
create table correction (
    ticket bigint generated always as identity primary key,
    id uuid not null unique,
    service_id uuid not null references service on delete cascade,
    code_digest bytea not null unique,
    field text not null,
    says text not null,
    credit_mode text not null check (credit_mode in ('named', 'pseudonym', 'none')),
    credit_text text,
    status text not null check (status in ('open', 'accepted')),
    received_on date not null,
    decided_on date,
    check ((credit_mode = 'none') = (credit_text is null)),
    check ((status = 'accepted') = (decided_on is not null))
);
create index correction_service on correction (service_id, status);
create index correction_open on correction (status, ticket);
-- The planner's samples are copies of what stands in a table, and outlive it there.
alter table correction alter column says set statistics 0, alter column credit_text set statistics 0;
