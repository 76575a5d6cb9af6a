-- Lines that are no JSON are rows of nulls.
create or replace table cells as
select coalesce(verb.id, '') as verb, lower(substr(id::varchar, 1, 2)) as begins,
    count(distinct id) as ids, count(*) as statements, sum(length(object.id::varchar))::bigint as characters
from landed
where id is not null
group by rollup (coalesce(verb.id, ''), lower(substr(id::varchar, 1, 2)))
