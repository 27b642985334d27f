-- Whose an import and a declined listing are: the organisation of the key, null for a key of none.
alter table import_run add column if not exists organization_id uuid;
update import_run set organization_id = k.organization_id from api_key k
    where k.id::text = import_run.actor and import_run.organization_id is null and k.organization_id is not null;
alter table declined_listing add column if not exists organization_id uuid;

-- A link lives by the key that made it, or by the operator's where this is null.
alter table invitation add column if not exists key_id uuid references api_key;
update invitation set key_id = k.id from api_key k where k.id::text = invitation.created_by and invitation.key_id is null;
create or replace function invitation_stands(key_id uuid, service_id uuid, at timestamptz) returns boolean language sql stable as $$
    select key_id is null or exists (select 1 from api_key k join service s on s.id = invitation_stands.service_id
        where k.id = invitation_stands.key_id
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > invitation_stands.at)
        and 'directory:write' = any (k.scopes)
        and (k.organization_id is null or k.organization_id = s.organization_id))
$$;
