-- What a vetter is concerned about in an organisation, with its evidence and the provider's reply.
create table vetting_concern (
    ticket bigint generated always as identity primary key,
    id uuid not null unique,
    organization_id uuid not null references organization on delete cascade,
    vetter_id uuid,
    code text not null,
    says text not null,
    evidence jsonb not null,
    filed_on date not null,
    confirmed_on date,
    reply text,
    replied_on date,
    check ((reply is null) = (replied_on is null))
);
create index vetting_concern_organization on vetting_concern (organization_id, ticket);

-- Who has looked at a concern: one review of each organisation. Two that confirm it let it be shown.
create table vetting_review (
    concern_id uuid not null references vetting_concern (id) on delete cascade,
    vetter_id uuid,
    decision text not null check (decision in ('confirm', 'reject')),
    reviewed_on date not null,
    unique nulls not distinct (concern_id, vetter_id)
);
-- The planner's samples are copies of what stands in a table, and outlive it there.
alter table vetting_concern alter column says set statistics 0, alter column evidence set statistics 0,
    alter column reply set statistics 0;
