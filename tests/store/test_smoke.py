def test_smoke(knowledge):
    assert knowledge.reports.generation() == 0
