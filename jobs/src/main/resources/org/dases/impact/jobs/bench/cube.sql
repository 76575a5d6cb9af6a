select academie, sector, level, month, solution,
    count(distinct learner) as learners, count(distinct school) as schools,
    sum(events)::bigint as events, sum(seconds)::bigint as seconds
