-- The last row of a file that a service came by: a digest under a key of the house, and the versions of what it was about.
create table import_row (
    id uuid primary key references service (id) on delete cascade,
    digest uuid not null,
    stand text not null
);
create index import_row_digest on import_row (digest);

-- The versions of a service, its organisation and the places where it is given; of public ones alone, in organisations where
-- all is public, as what is withheld is looked at anew by each import.
create view import_stand as
select s.id,
    concat_ws(' ', s.version, o.version,
        (select string_agg(p.version || '/' || l.version, ' ' order by p.id)
            from service_at_location p join location l on l.id = p.location_id where p.service_id = s.id)) as stand
from service s left join organization o on o.id = s.organization_id
where s.location_policy = 'PUBLIC'
    and not exists (select from declined_listing d where d.service_id = s.id)
    and not exists (select from service_at_location p join location l on l.id = p.location_id
        where p.service_id = s.id and l.location_policy <> 'PUBLIC')
    and not exists (select from service g where g.organization_id = s.organization_id and g.location_policy <> 'PUBLIC')
    and not exists (select from location g where g.organization_id = s.organization_id and g.location_policy <> 'PUBLIC')
    and not exists (select from service g join service_at_location p on p.service_id = g.id
        join location l on l.id = p.location_id
        where g.organization_id = s.organization_id and l.location_policy <> 'PUBLIC');
