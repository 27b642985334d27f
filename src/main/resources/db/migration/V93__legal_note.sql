-- Notes on laws that editors have put; a packaged one that was taken away stands here without a body.
create table legal_note (
    id uuid primary key,
    body jsonb,
    at timestamptz not null
);
