-- Whether somebody ever reacted to anything is asked of each visitor who said nothing and did not come again.
create index reactions_by_actor on reactions (actor_id);
