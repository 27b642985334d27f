-- Who checked a record, by role and method; never a person. A record is checked once a day at most: the last word counts.
create table verification (
    service_id uuid not null references service on delete cascade,
    verified_on date not null,
    method text not null,
    role text not null,
    primary key (service_id, verified_on)
);

-- When a provider was last reminded of a check, and how often since the last one: no two nodes remind it twice.
create table verification_reminder (
    service_id uuid primary key references service on delete cascade,
    reminded_on date not null,
    times smallint not null
);
create index verification_reminder_day on verification_reminder (reminded_on);
