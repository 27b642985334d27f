-- A second editor agrees to the proposal that they saw, not to one that took its place.
alter table policy_proposal add column proposal uuid not null default gen_random_uuid();
