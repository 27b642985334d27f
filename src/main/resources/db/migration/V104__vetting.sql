-- What organisations that vet say of another: answers to the questions of document 003, each with its evidence. One of
-- each vetter and question; a vetter that is null is the operator.
create table vetting_answer (
    ticket bigint generated always as identity primary key,
    organization_id uuid not null references organization on delete cascade,
    question text not null,
    vetter_id uuid,
    value text not null check (value in ('yes', 'no', 'unknown')),
    as_stated text,
    evidence jsonb not null,
    first_stated_on date not null,
    stated_on date not null,
    unique nulls not distinct (organization_id, question, vetter_id)
);
-- The planner's samples are copies of what stands in a table, and outlive it there.
alter table vetting_answer alter column as_stated set statistics 0, alter column evidence set statistics 0;
