-- That a client has said how it went, and not what or when: one word on each referral.
alter table referral add column feedback_given boolean not null default false;

-- How often each thing was said of a service. Counts alone: what one client said is nowhere.
create table feedback_count (
    service_id uuid not null references service on delete cascade,
    code text not null check (code in ('heard', 'respected', 'pressured', 'turned-away', 'helped', 'unsafe-there',
        'conditions-differed', 'other')),
    count bigint not null check (count > 0),
    primary key (service_id, code)
);

-- Why a service does not take someone, where the refusal says so.
alter table referral_event add column because text check (because in
    ('funding', 'policy', 'law', 'capacity', 'safety', 'cultural'));
