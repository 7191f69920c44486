-- The tag under which articles speak of a provider or its owner, where there is one.
WITH tags(isp, tag) AS (
  VALUES ('comcast', 'comcast'), ('verizon-fios', 'verizon'), ('verizon-dsl', 'verizon'), ('twc', 'time-warner-cable'),
         ('att-uverse', 'att'), ('att-dsl', 'att'), ('optimum', 'cablevision'), ('bright-house', 'bright-house'),
         ('cox', 'cox'), ('suddenlink', 'suddenlink'), ('google-fiber', 'google-fiber')
)
SELECT '/tags/' || tag || '/' AS url FROM tags WHERE isp = :id
