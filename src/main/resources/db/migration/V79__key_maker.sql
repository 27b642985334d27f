-- Whose hand a key comes from: the first key of the line of those that made it, below the operator. Those that the
-- operator made for organisations have one maker, which the mark before it says.
alter table api_key add column made_by text;
with recursive line (id, mark, hand) as (
    select k.id,
            case when k.created_by = 'admin' and k.organization_id is not null then 'admin/' else '' end,
            case when k.created_by in ('admin', 'system') then k.id::text else k.created_by end
        from api_key k
        where not exists (select from api_key m where m.id::text = k.created_by)
    union all
    select k.id, '', line.hand from api_key k join line on line.id::text = k.created_by
)
update api_key set made_by = line.mark || line.hand from line where line.id = api_key.id;
alter table api_key alter column made_by set not null;

-- Two changes of one key do not undo each other.
alter table api_key add column version integer not null default 0;
