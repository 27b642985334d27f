-- The policy of a record that is gone, and nothing else of it: a record with its id begins with that policy.
create table removed_policy (
    entity text not null,
    id uuid not null,
    policy text not null,
    primary key (entity, id)
);

-- Removals whose traces may still lie in the files of the database.
create table removal (
    ticket bigint generated always as identity primary key,
    at timestamptz not null
);

-- A proposal holds for the policy that it was made on. Older ones do not say which that was.
delete from policy_proposal;
alter table policy_proposal add column from_policy text not null;

-- Locations with the same postal code are looked at when one of them is withheld.
create index location_postal_code on location (postal_code) where postal_code is not null;

-- The planner's samples are copies of what stands in a table, and outlive it there.
alter table taxonomy alter column name set statistics 0, alter column body set statistics 0;
alter table taxonomy_term alter column name set statistics 0, alter column body set statistics 0;
alter table organization alter column name set statistics 0, alter column body set statistics 0,
    alter column words set statistics 0;
alter table service alter column name set statistics 0, alter column body set statistics 0,
    alter column words set statistics 0;
alter table location alter column postal_code set statistics 0, alter column latitude set statistics 0,
    alter column longitude set statistics 0, alter column body set statistics 0;
alter table service_at_location alter column body set statistics 0;
alter table history alter column previous set statistics 0, alter column replacement set statistics 0;
alter table import_finding alter column value set statistics 0;

-- What was removed earlier left its values in the history.
update history h set previous = null, replacement = null
    where (previous is not null or replacement is not null)
        and not exists (select from service r where h.entity = 'service' and r.id = h.id)
        and not exists (select from organization r where h.entity = 'organization' and r.id = h.id)
        and not exists (select from location r where h.entity = 'location' and r.id = h.id)
        and not exists (select from service_at_location r where h.entity = 'service_at_location' and r.id = h.id)
        and not exists (select from taxonomy r where h.entity = 'taxonomy' and r.id = h.id)
        and not exists (select from taxonomy_term r where h.entity = 'taxonomy_term' and r.id = h.id);
insert into removal (at) select now() where exists (select from history);
