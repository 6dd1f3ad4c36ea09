"""Batches past one machine: an engine runs `newsextract.batch.run.process_shard` on shards, and that is all."""
