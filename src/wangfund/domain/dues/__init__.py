"""What contributions cover: months owed, how a payment is laid over them, what a round asks."""
