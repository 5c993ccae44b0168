-- Where a member stands in the list of people, so that a list of thousands is read page by page in the order
-- of an index. The program writes it (lib/i18n/order.ts); here those who are members already get theirs.
alter table memberships add column name_order text not null default '';

update memberships set name_order = (
  select replace(replace(replace(replace(replace(replace(replace(
    substr(
      case when trim(u.first_name_key || ' ' || u.last_name_key) = '' then lower(u.username_key)
        else trim(u.first_name_key || ' ' || u.last_name_key) end,
      1, 80),
    'ه', 'وۿ'), 'ی', 'وۿۿ'), 'ک', 'قۿ'), 'گ', 'قۿۿ'), 'ژ', 'زۿ'), 'چ', 'جۿ'), 'پ', 'بۿ')
  from users u where u.id = memberships.user_id
);

create index memberships_by_name on memberships (workspace_id, name_order, user_id);
